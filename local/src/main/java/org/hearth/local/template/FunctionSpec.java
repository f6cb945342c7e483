package org.hearth.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One function of the template, with the globals merged in.
 *
 * @param id its logical id
 * @param code the archive, as the template names it
 * @param handler {@code package.Class::method}
 */
public record FunctionSpec(String id, String code, String handler, Duration timeout, int memoryMegabytes,
        Map<String, String> environment, List<Route> routes, List<StreamSource> streams, List<Schedule> schedules) {

    /**
     * An HTTP route.
     *
     * @param authorizer the logical name of the authorizer that is asked first, empty for an open route
     */
    public record Route(String method, String path, Optional<String> authorizer) {
        /** The key that API Gateway gives this route. */
        public String key() {
            return method + " " + path;
        }
    }

    /**
     * An event source mapping on a table's stream. The numbers mean what they mean in AWS; -1 is "without end".
     *
     * @param table the logical id of the table
     * @param filters patterns of which one has to match, empty for every record
     */
    public record StreamSource(String table, int batchSize, List<JsonNode> filters, boolean bisect, boolean reportsItemFailures,
            int maximumRetries, Duration maximumAge, Optional<String> onFailure, boolean fromTheBeginning) {
    }

    /**
     * A schedule.
     *
     * @param input the event to send; missing for EventBridge's own
     */
    public record Schedule(String name, Duration every, JsonNode input) {
    }
}
