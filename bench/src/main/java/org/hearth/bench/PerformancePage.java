package org.hearth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code docs/performance.md}: its tables stand between marks, and are what was measured last. */
final class PerformancePage {
    private static final Pattern PLACE = Pattern.compile("(?s)(<!-- bin/bench (\\w+) -->\n).*?(<!-- /bin/bench \\w+ -->)");

    private PerformancePage() {
    }

    /** Puts each part that has been measured where the page has a place for it; the rest stays. */
    static void write(Path root, JsonNode parts) throws IOException {
        Path page = root.resolve("docs/performance.md");
        Files.writeString(page, with(Files.readString(page), parts));
    }

    static String with(String page, JsonNode parts) {
        return PLACE.matcher(page).replaceAll(place -> {
            JsonNode part = parts.path(place.group(2));
            return Matcher.quoteReplacement(part.isMissingNode() ? place.group() : place.group(1) + text(part) + place.group(3));
        });
    }

    private static String text(JsonNode part) {
        StringBuilder text = new StringBuilder("Measured on ").append(part.path("machine").asText())
                .append(", ").append(part.path("load at the end").asText()).append(" at the end.\n\n");
        part.path("tables").properties().forEach(table -> text.append("**").append(table.getKey()).append("**\n\n")
                .append(Report.markdown(table.getValue())).append('\n'));
        part.path("notes").forEach(note -> text.append(note.asText()).append("\n\n"));
        part.path("skipped").forEach(one -> text.append(one.path("what").asText()).append(": not measured. ")
                .append(one.path("why").asText()).append("\n\n"));
        part.path("broken").forEach(one -> text.append("Over budget: ").append(one.asText()).append(".\n\n"));
        return text.toString();
    }
}
