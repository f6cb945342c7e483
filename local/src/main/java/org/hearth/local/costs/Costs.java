package org.hearth.local.costs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code bin/costs}: prints the tables of {@code docs/costs.md}, or with {@code --write} puts them there. */
public final class Costs {
    private static final Pattern PLACE = Pattern.compile("(?s)(<!-- bin/costs -->\n).*?(<!-- /bin/costs -->)");

    private Costs() {
    }

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(System.getProperty("hearth.root", ""));
        Path docs = root.resolve("docs");
        String tables = tables(root);
        if (List.of(arguments).contains("--write")) {
            Path page = docs.resolve("costs.md");
            Files.writeString(page, with(Files.readString(page), tables));
        } else {
            System.out.print(tables);
        }
    }

    /** The tables, from the price list in this folder of the repository. */
    public static String tables(Path root) throws IOException {
        return tables(PriceList.read(root.resolve("docs")));
    }

    /** What a thousand page views cost in dollars, without what is free each month. */
    public static double aThousandViews(Path root) throws IOException {
        return aThousandViews(PriceList.read(root.resolve("docs")));
    }

    private static double aThousandViews(PriceList list) {
        return 1000 * list.units().get("page view").entrySet().stream()
                .mapToDouble(unit -> list.prices().get(unit.getKey()).of(unit.getValue(), false)).sum();
    }

    /** The page with these tables in the place of the ones that it has. */
    static String with(String page, String tables) {
        return PLACE.matcher(page).replaceFirst(place -> Matcher.quoteReplacement(place.group(1) + tables + place.group(2)));
    }

    static String tables(PriceList list) {
        Map<String, Bill> bills = list.communities().keySet().stream()
                .collect(Collectors.toMap(name -> name, name -> new Bill(list, name), (one, other) -> one, java.util.LinkedHashMap::new));
        StringBuilder text = new StringBuilder("Computed from `docs/prices.yaml` of ").append(list.date()).append(" and `docs/counted.json`. Amounts and US dollars a month.\n\n");
        line(text, "", bills.keySet().stream().map(name -> name + " | $").collect(Collectors.joining(" | ")));
        line(text, "---", bills.keySet().stream().map(name -> "--: | --:").collect(Collectors.joining(" | ")));
        list.prices().forEach((priced, price) -> line(text, price.name(), bills.values().stream()
                .map(bill -> amount(bill.amount(priced)) + " | " + dollars(bill.dollars(priced, true))).collect(Collectors.joining(" | "))));
        line(text, "**Together**", sum(bills, true));
        line(text, "The same without what is free each month", sum(bills, false));
        if (list.units().containsKey("page view")) {
            text.append(String.format(Locale.ROOT, "%nA thousand page views: $%.4f, without what is free each month.%n", aThousandViews(list)));
        }
        text.append("\n| Instead, a month | $ | price from | who looks after it |\n|---|--:|---|---|\n");
        list.others().forEach(other -> line(text, other.name(), "%s | %s | %s".formatted(dollars(other.dollars()), other.from(), other.who())));
        return text.toString();
    }

    private static String sum(Map<String, Bill> bills, boolean withFreeTier) {
        return bills.values().stream().map(bill -> " | **" + dollars(bill.total(withFreeTier)) + "**").collect(Collectors.joining(" | "));
    }

    private static void line(StringBuilder text, String name, String rest) {
        text.append("| ").append(name).append(" | ").append(rest).append(" |\n");
    }

    private static String amount(double amount) {
        return amount >= 10 ? String.format(Locale.ROOT, "%,.0f", amount) : String.format(Locale.ROOT, "%.2f", amount);
    }

    private static String dollars(double dollars) {
        return String.format(Locale.ROOT, "%,.2f", dollars);
    }
}
