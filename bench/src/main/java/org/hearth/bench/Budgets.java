package org.hearth.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docs/budgets.yaml}: the most that each thing may use. The tests hold Hearth to the same file. */
final class Budgets {
    private final Map<String, Map<String, Object>> sections;

    private Budgets(Map<String, Map<String, Object>> sections) {
        this.sections = sections;
    }

    /**
     * The most that one operation may use.
     *
     * @param grows why it uses more as the forum grows; empty if it does not
     */
    record Operation(double trips, double reads, double writes, double bytes, Optional<String> grows) {
    }

    /** @throws IOException if the file is not there or is not YAML */
    static Budgets read(Path root) throws IOException {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try (Reader text = Files.newBufferedReader(root.resolve("docs/budgets.yaml"))) {
            Map<String, Object> all = new Yaml(new SafeConstructor(strict)).load(text);
            Map<String, Map<String, Object>> sections = new LinkedHashMap<>();
            all.forEach((name, section) -> sections.put(name, object(section)));
            return new Budgets(sections);
        }
    }

    /**
     * A single number.
     *
     * @throws IllegalArgumentException if the file does not say
     */
    double most(String section, String name) {
        if (sections.getOrDefault(section, Map.of()).get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("docs/budgets.yaml gives no number for " + section + ", " + name + ".");
    }

    /** The budget of an operation, if it has one. */
    Optional<Operation> operation(String name) {
        return Optional.ofNullable(sections.get("operations").get(name)).map(Budgets::object).map(budget -> new Operation(
                number(budget, "trips"), number(budget, "reads"), number(budget, "writes"), number(budget, "bytes"),
                Optional.ofNullable((String) budget.get("grows"))));
    }

    private static double number(Map<String, Object> from, String name) {
        return ((Number) from.getOrDefault(name, 0)).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
