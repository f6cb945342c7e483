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
 * {@code docs/prices.yaml}: what AWS charges, what each thing that happens uses, and how often it happens. What a thing
 * {@code does} is given as operations, whose use was counted.
 *
 * @param units how many of each priced thing one occurrence uses
 * @param communities how often each thing happens in a month
 */
record PriceList(String date, Map<String, Price> prices, Map<String, Map<String, Double>> units,
        Map<String, Map<String, Double>> communities, List<Other> others) {

    private static final String DOES = "does";

    /** @param free what costs nothing each month */
    record Price(String name, double dollars, double per, double free, String from) {
        double of(double amount, boolean withFreeTier) {
            return Math.max(0, amount - (withFreeTier ? free : 0)) / per * dollars;
        }
    }

    /** What somebody else charges a month. */
    record Other(String name, double dollars, String from, String who) {
    }

    /** @param docs the folder with {@code prices.yaml} and {@code counted.json} */
    static PriceList read(Path docs) throws IOException {
        Counted counted = Counted.read(docs.resolve("counted.json"));
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try (Reader text = Files.newBufferedReader(docs.resolve("prices.yaml"))) {
            Map<String, Object> all = new Yaml(new SafeConstructor(strict)).load(text);
            Map<String, Price> prices = new LinkedHashMap<>();
            object(all.get("prices")).forEach((key, value) -> prices.put(key, price(object(value))));
            return new PriceList(date(all.get("date")), prices, units(all.get("units"), counted), tables(all.get("communities")),
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

    private static Map<String, Map<String, Double>> units(Object value, Counted counted) {
        Map<String, Map<String, Double>> units = new LinkedHashMap<>();
        object(value).forEach((name, unit) -> {
            Map<String, Object> given = new LinkedHashMap<>(object(unit));
            Map<String, Object> does = object(given.getOrDefault(DOES, Map.of()));
            given.remove(DOES);
            Map<String, Double> amounts = new LinkedHashMap<>();
            given.forEach((priced, amount) -> amounts.put(priced, number(amount)));
            does.forEach((operation, times) -> counted.of(operation)
                    .forEach((priced, amount) -> amounts.merge(priced, amount * number(times), Double::sum)));
            units.put(name, amounts);
        });
        return units;
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
