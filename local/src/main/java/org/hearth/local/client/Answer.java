package org.hearth.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;

/**
 * What the API said.
 *
 * @param text the body as it came
 */
public record Answer(int status, HttpHeaders headers, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body as JSON; missing if it is none. */
    public JsonNode json() {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** What went wrong, in a sentence that can be shown. */
    public String problem() {
        JsonNode json = json();
        String detail = json.path("detail").asText(json.path("message").asText(json.path("title").asText("no reason given")));
        String fields = json.path("errors").valueStream()
                .map(error -> error.path("field").asText() + ": " + error.path("detail").asText())
                .reduce("", (all, one) -> all + " " + one);
        return status + " " + detail + fields;
    }
}
