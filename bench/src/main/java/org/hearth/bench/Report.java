package org.hearth.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hearth.local.costs.Costs;

/** What was measured: told on the terminal as it comes, and kept as JSON and plots in {@code target/bench}. */
final class Report {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;
    private final ObjectNode all = JSON.createObjectNode();
    private final List<String> broken = new ArrayList<>();

    Report(Path root, Machine machine) throws IOException {
        folder = Files.createDirectories(root.resolve("target/bench"));
        all.put("machine", machine.toString());
        System.out.println(machine + "\n");
    }

    /** Says on the terminal what is being done. */
    void progress(String sentence) {
        System.err.println("  … " + sentence);
    }

    /** Says that something was not measured, and why. */
    void skipped(String what, String why) {
        all.withArray("skipped").addObject().put("what", what).put("why", why);
        System.out.println(what + ": skipped. " + why + "\n");
    }

    /** Prints a table and keeps it. */
    void table(String title, List<String> columns, List<List<String>> rows) {
        System.out.println("### " + title + "\n\n" + markdown(columns, rows));
        ArrayNode kept = all.withObject("/tables").putArray(title);
        rows.forEach(row -> {
            ObjectNode one = kept.addObject();
            IntStream.range(0, columns.size()).forEach(i -> one.put(columns.get(i), row.get(i)));
        });
    }

    /** What it costs in money, from docs/prices.yaml. */
    void bill(Path root) throws IOException {
        String tables = "A thousand page views: $%.4f, without what is free each month. ".formatted(Costs.aThousandViews(root)) + Costs.tables(root);
        System.out.println("### The bill\n\n" + tables);
        all.put("bill", tables);
    }

    void note(String sentence) {
        System.out.println(sentence + "\n");
        all.withArray("notes").add(sentence);
    }

    /** Compares a figure that is the same on every machine with its budget. */
    void hold(String what, double measured, double most) {
        if (measured > most) {
            broken.add(what + ": " + Figures.plain(measured) + ", and may be " + Figures.plain(most));
        }
    }

    void broken(String sentence) {
        broken.add(sentence);
    }

    List<String> broken() {
        return broken;
    }

    void plot(String name, String svg) throws IOException {
        Files.writeString(folder.resolve(name + ".svg"), svg);
    }

    /** Writes what was measured. */
    void close() throws IOException {
        broken.forEach(all.withArray("broken")::add);
        JSON.writeValue(folder.resolve("bench.json").toFile(), all);
        System.out.println("Kept in " + folder + ".");
    }

    private static String markdown(List<String> columns, List<List<String>> rows) {
        int[] widths = IntStream.range(0, columns.size()).map(i -> Math.max(columns.get(i).length(),
                rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))).toArray();
        StringBuilder text = new StringBuilder();
        line(text, columns, widths);
        line(text, IntStream.range(0, widths.length).mapToObj(i -> i == 0 ? "-".repeat(widths[i]) : "-".repeat(widths[i] - 1) + ":").toList(), widths);
        rows.forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            text.append("| ").append(i == 0 ? cells.get(i) + padding : padding + cells.get(i)).append(' ');
        }
        text.append("|\n");
    }
}
