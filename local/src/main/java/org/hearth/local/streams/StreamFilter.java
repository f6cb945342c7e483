package org.hearth.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.hearth.local.template.TemplateException;
import software.amazon.event.ruler.Machine;

/** An event source mapping's filter criteria, judged by the engine that AWS judges them with. */
final class StreamFilter {
    private final Machine patterns = Machine.builder().build();
    private final boolean everything;

    StreamFilter(List<JsonNode> filters) {
        this.everything = filters.isEmpty();
        for (JsonNode filter : filters) {
            try {
                patterns.addRule("pattern", filter.toString());
            } catch (IOException e) {
                throw new TemplateException("This filter pattern can't be understood: " + filter + ": " + e.getMessage());
            }
        }
    }

    boolean accepts(JsonNode record) {
        try {
            return everything || !patterns.rulesForJSONEvent(record.toString()).isEmpty();
        } catch (Exception e) {
            throw new IllegalStateException("A stream record is not valid JSON", e);
        }
    }
}
