package org.hearth.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.local.functions.LambdaFunction;
import org.hearth.local.template.FunctionSpec;

/** Finds the function of a request as an HTTP API does: the fullest match wins, words before parameters. */
final class Routes {
    private final List<Entry> entries = new ArrayList<>();

    void add(FunctionSpec.Route route, LambdaFunction function) {
        entries.add(new Entry(route, function, List.of(route.path().substring(1).split("/", -1))));
        entries.sort(Comparator.comparing(Entry::rank).reversed());
    }

    Optional<Match> find(String method, String rawPath) {
        List<String> segments = List.of(rawPath.substring(1).split("/", -1));
        return entries.stream().filter(entry -> entry.accepts(method)).flatMap(entry -> entry.match(segments).stream()).findFirst();
    }

    record Match(FunctionSpec.Route route, LambdaFunction function, Map<String, String> pathParameters) {
    }

    private record Entry(FunctionSpec.Route route, LambdaFunction function, List<String> segments) {
        boolean accepts(String method) {
            return route.method().equals("ANY") || route.method().equals(method);
        }

        String rank() {
            StringBuilder rank = new StringBuilder();
            segments.forEach(segment -> rank.append(segment.endsWith("+}") ? 'a' : segment.startsWith("{") ? 'b' : 'c'));
            return rank.append(route.method().equals("ANY") ? 'a' : 'b').toString();
        }

        Optional<Match> match(List<String> path) {
            Map<String, String> parameters = new LinkedHashMap<>();
            for (int i = 0; i < segments.size(); i++) {
                String segment = segments.get(i);
                if (i >= path.size()) {
                    return Optional.empty();
                }
                if (segment.endsWith("+}")) {
                    String rest = decode(String.join("/", path.subList(i, path.size())));
                    parameters.put(segment.substring(1, segment.length() - 2), rest);
                    return Optional.of(new Match(route, function, parameters));
                }
                if (segment.startsWith("{")) {
                    if (path.get(i).isEmpty()) {
                        return Optional.empty();
                    }
                    parameters.put(segment.substring(1, segment.length() - 1), decode(path.get(i)));
                } else if (!segment.equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return path.size() == segments.size() ? Optional.of(new Match(route, function, parameters)) : Optional.empty();
        }

        private static String decode(String segment) {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
    }
}
