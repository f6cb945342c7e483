package org.hearth.local.costs;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code docs/prices.yaml}: what AWS charges, what each thing that happens uses, and how often it happens.
 *
 * @param units how many of each priced thing one occurrence uses
 * @param communities how often each thing happens in a month
 */
record PriceList(String date, Map<String, Price> prices, Map<String, Map<String, Double>> units,
        Map<String, Map<String, Double>> communities, List<Other> others) {

    /** @param free what costs nothing each month */
    record Price(String name, double dollars, double per, double free, String from) {
        double of(double amount, boolean withFreeTier) {
            return Math.max(0, amount - (withFreeTier ? free : 0)) / per * dollars;
        }
    }

    /** What somebody else charges a month. */
    record Other(String name, double dollars, String from, String who) {
    }

    static PriceList read(Path file) throws IOException {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try (Reader text = Files.newBufferedReader(file)) {
            Map<String, Object> all = new Yaml(new SafeConstructor(strict)).load(text);
            Map<String, Price> prices = new LinkedHashMap<>();
            object(all.get("prices")).forEach((key, value) -> prices.put(key, price(object(value))));
            return new PriceList(date(all.get("date")), prices, tables(all.get("units")), tables(all.get("communities")),
                    ((List<?>) all.get("others")).stream().map(PriceList::object).map(PriceList::other).toList());
        }
    }

    private static String date(Object value) {
        return value instanceof java.util.Date day ? day.toInstant().toString().substring(0, 10) : value.toString();
    }

    private static Price price(Map<String, Object> from) {
        return new Price((String) from.get("name"), number(from.get("dollars")), number(from.get("per")), number(from.getOrDefault("free", 0)),
                (String) from.get("from"));
    }

    private static Other other(Map<String, Object> from) {
        return new Other((String) from.get("name"), number(from.get("dollars")), (String) from.get("from"), (String) from.get("who"));
    }

    private static Map<String, Map<String, Double>> tables(Object value) {
        Map<String, Map<String, Double>> tables = new LinkedHashMap<>();
        object(value).forEach((name, table) -> {
            Map<String, Double> row = new LinkedHashMap<>();
            object(table).forEach((key, amount) -> row.put(key, number(amount)));
            tables.put(name, row);
        });
        return tables;
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
