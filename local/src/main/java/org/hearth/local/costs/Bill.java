package org.hearth.local.costs;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a community of the price list uses in a month, and what that costs. */
final class Bill {
    private static final String KEPT_FOR = "kept for";
    private static final String STORED = "table-gb-a-year";
    private static final int MONTHS = 12;

    private final PriceList list;
    private final Map<String, Double> amounts = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if the list does not say what something uses, or what it costs */
    Bill(PriceList list, String community) {
        this.list = list;
        list.prices().keySet().forEach(priced -> amounts.put(priced, 0.0));
        Map<String, Double> happens = list.communities().get(community);
        happens.forEach((what, times) -> {
            if (!what.equals(KEPT_FOR)) {
                known(list.units(), what).forEach((unit, each) -> use(unit, each * times, happens.getOrDefault(KEPT_FOR, 1.0)));
            }
        });
    }

    private void use(String unit, double amount, double years) {
        if (unit.equals(STORED)) {
            use("table-gb", amount * MONTHS * years, years);
            use("recovery-gb", amount * MONTHS * years, years);
        } else {
            known(list.prices(), unit);
            amounts.merge(unit, amount, Double::sum);
        }
    }

    private static <T> T known(Map<String, T> among, String name) {
        if (!among.containsKey(name)) {
            throw new IllegalArgumentException("The price list does not know \"" + name + "\"; it knows " + among.keySet() + ".");
        }
        return among.get(name);
    }

    double amount(String priced) {
        return amounts.get(priced);
    }

    double dollars(String priced, boolean withFreeTier) {
        return list.prices().get(priced).of(amounts.get(priced), withFreeTier);
    }

    double total(boolean withFreeTier) {
        return amounts.keySet().stream().mapToDouble(priced -> dollars(priced, withFreeTier)).sum();
    }
}
