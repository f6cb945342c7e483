package org.hearth.bench;

import com.fasterxml.jackson.databind.JsonNode;
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

/**
 * What was measured: told on the terminal as it comes, and kept in {@code target/bench}, as plots and as a file of JSON for each
 * part, so that a part can be measured again without the others.
 */
final class Report {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;
    private final Path whole;
    private final List<String> broken = new ArrayList<>();
    private ObjectNode part = JSON.createObjectNode();

    Report(Path root) throws IOException {
        folder = Files.createDirectories(root.resolve("target/bench"));
        whole = folder.resolve("bench.json");
    }

    /** Begins a part: what comes until {@link #end} belongs to it. */
    void begin(Bench.Part next, Machine machine) {
        part = JSON.createObjectNode().put("machine", machine.toString());
        System.err.println("  … " + next + ": " + machine);
    }

    /** Says on the terminal what is being done. */
    void progress(String sentence) {
        System.err.println("  … " + sentence);
    }

    /** Says that something was not measured, and why. */
    void skipped(String what, String why) {
        part.withArray("skipped").addObject().put("what", what).put("why", why);
        System.out.println(what + ": skipped. " + why + "\n");
    }

    /** Prints a table and keeps it. */
    void table(String title, List<String> columns, List<List<String>> rows) {
        System.out.println("### " + title + "\n\n" + markdown(columns, rows));
        ArrayNode kept = part.withObject("/tables").putArray(title);
        rows.forEach(row -> {
            ObjectNode one = kept.addObject();
            IntStream.range(0, columns.size()).forEach(i -> one.put(columns.get(i), row.get(i)));
        });
    }

    /** Prints text that is laid out already and keeps it. */
    void text(String title, String text) {
        System.out.println("### " + title + "\n\n" + text);
        part.withObject("/texts").put(title, text);
    }

    void note(String sentence) {
        System.out.println(sentence + "\n");
        part.withArray("notes").add(sentence);
    }

    /** Compares a figure that is the same on every machine with its budget. */
    void hold(String what, double measured, double most) {
        if (measured > most) {
            broken(what + ": " + Figures.plain(measured) + ", and may be " + Figures.plain(most));
        }
    }

    void broken(String sentence) {
        broken.add(sentence);
        part.withArray("broken").add(sentence);
    }

    List<String> broken() {
        return broken;
    }

    void plot(String name, String svg) throws IOException {
        Files.writeString(folder.resolve(name + ".svg"), svg);
    }

    /** Keeps a part. */
    void end(Bench.Part done) throws IOException {
        part.put("load at the end", "%.1f".formatted(Machine.here().load()));
        JSON.writeValue(folder.resolve(done + ".json").toFile(), part);
    }

    /** Puts all parts that were ever measured into one file, the newest of each. */
    ObjectNode close() throws IOException {
        ObjectNode all = JSON.createObjectNode();
        for (Bench.Part one : Bench.Part.values()) {
            Path file = folder.resolve(one + ".json");
            if (Files.exists(file)) {
                all.set(one.toString(), JSON.readTree(file.toFile()));
            }
        }
        JSON.writeValue(whole.toFile(), all);
        System.out.println("Kept in " + folder + ".");
        return all;
    }

    /** A kept table as Markdown. */
    static String markdown(JsonNode table) {
        List<String> columns = new ArrayList<>();
        table.path(0).fieldNames().forEachRemaining(columns::add);
        List<List<String>> rows = new ArrayList<>();
        table.forEach(row -> rows.add(columns.stream().map(column -> row.path(column).asText()).toList()));
        return markdown(columns, rows);
    }

    private static String markdown(List<String> columns, List<List<String>> rows) {
        int[] widths = IntStream.range(0, columns.size()).map(i -> Math.max(columns.get(i).length(),
                rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))).toArray();
        StringBuilder text = new StringBuilder();
        line(text, columns, widths);
        line(text, IntStream.range(0, widths.length).mapToObj(i -> i == 0 ? "-".repeat(widths[i])
                : "-".repeat(widths[i] - 1) + ":").toList(), widths);
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
