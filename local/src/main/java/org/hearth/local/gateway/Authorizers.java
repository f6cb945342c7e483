package org.hearth.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hearth.local.functions.FunctionFailure;
import org.hearth.local.functions.LambdaFunctions;
import org.hearth.local.template.Template;

/** Asks the Lambda authorizers, and remembers what they said for as long as the template allows. */
final class Authorizers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_REMEMBERED = 10_000;

    private final Template template;
    private final LambdaFunctions functions;
    private final Map<String, Template.AuthorizerSpec> specs = new ConcurrentHashMap<>();
    private final Map<List<String>, Remembered> remembered = new ConcurrentHashMap<>();

    Authorizers(Template template, LambdaFunctions functions) {
        this.template = template;
        this.functions = functions;
    }

    /** What an authorizer decided: let in with a context for the function, or a response instead. */
    sealed interface Verdict {
        record Allowed(JsonNode context) implements Verdict {
        }

        record Refused(Response response) implements Verdict {
        }
    }

    Verdict ask(String authorizer, Request request, Routes.Match match) {
        Template.AuthorizerSpec spec = specs.computeIfAbsent(authorizer, template::authorizer);
        List<String> identity = new ArrayList<>();
        for (String header : spec.identityHeaders()) {
            Optional<String> value = request.header(header);
            if (value.isEmpty() || value.get().isEmpty()) {
                return new Verdict.Refused(Response.message(401, "Unauthorized"));
            }
            identity.add(value.get());
        }
        if (spec.remembered().isZero()) {
            return call(spec, request, match, identity);
        }
        List<String> key = new ArrayList<>(identity);
        key.add(authorizer);
        Remembered earlier = remembered.get(key);
        if (earlier != null && System.nanoTime() - earlier.untilNanos() < 0) {
            return earlier.verdict();
        }
        Verdict verdict = call(spec, request, match, identity);
        if (verdict instanceof Verdict.Allowed || verdict instanceof Verdict.Refused(Response response) && response.status() == 403) {
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(List.copyOf(key), new Remembered(verdict, System.nanoTime() + spec.remembered().toNanos()));
        }
        return verdict;
    }

    /** Forgets all answers, as if their time had passed. */
    void forget() {
        remembered.clear();
    }

    private Verdict call(Template.AuthorizerSpec spec, Request request, Routes.Match match, List<String> identity) {
        try {
            JsonNode answer = JSON.readTree(functions.get(spec.function()).invoke(HttpEvent.forAuthorizer(request, match, identity)));
            if (!answer.path("isAuthorized").isBoolean()) {
                return new Verdict.Refused(Response.functionFailed());
            }
            return answer.path("isAuthorized").asBoolean()
                    ? new Verdict.Allowed(answer.path("context").isObject() ? answer.path("context")
                            : JsonNodeFactory.instance.objectNode())
                    : new Verdict.Refused(Response.message(403, "Forbidden"));
        } catch (FunctionFailure | IOException e) {
            return new Verdict.Refused(Response.functionFailed());
        }
    }

    private record Remembered(Verdict verdict, long untilNanos) {
    }
}
