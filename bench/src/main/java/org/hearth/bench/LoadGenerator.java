package org.hearth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.hearth.local.issuer.Role;

/** Sends requests from a process of its own, as so many members who each wait for one answer before they ask again. */
final class LoadGenerator {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LoadGenerator() {
    }

    /** What a round of requests took, in nanoseconds. */
    record Round(int requests, double perSecond, double middle, double slowest) {
    }

    /** One request by one member: its number counts on through all members. */
    private interface Asking {
        Answer as(HearthClient member, int number);
    }

    /** {@code LoadGenerator SITE THREAD}, then on standard input lines of {@code WHAT CLIENTS REQUESTS}, answered in JSON. */
    public static void main(String[] arguments) throws Exception {
        URI site = URI.create(arguments[0]);
        String thread = arguments[1];
        List<HearthClient> members = new ArrayList<>();
        try (var lines = new java.io.BufferedReader(new java.io.InputStreamReader(System.in))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ");
                int clients = Integer.parseInt(parts[1]);
                while (members.size() < clients) {
                    String name = Words.name("reader", members.size());
                    members.add(HearthClient.signedIn(site, name, Role.MEMBER).joinedAs(name));
                }
                System.out.println(JSON.writeValueAsString(round(asking(parts[0], thread), members.subList(0, clients),
                        Integer.parseInt(parts[2]))));
            }
        }
    }

    private static Asking asking(String what, String thread) {
        return switch (what) {
            case "list" -> (member, number) -> member.get("/api/groups/" + Journey.GROUP + "/threads");
            case "thread" -> (member, number) -> member.get("/api/threads/" + thread);
            case "reply" -> (member, number) -> reply(member, thread, number);
            case "query" -> (member, number) -> member.get("/bench/query");
            default -> throw new IllegalArgumentException(what);
        };
    }

    // The check of it too, as its stream would have it done.
    private static Answer reply(HearthClient member, String thread, int number) {
        Answer answer = member.post("/api/threads/" + thread + "/posts", HearthClient.object("text", Words.text(number)));
        if (!answer.isGood()) {
            return answer;
        }
        JsonNode post = answer.json();
        String event = """
                {"Records":[{"eventName":"INSERT","dynamodb":{"SequenceNumber":"1","NewImage":{
                "pk":{"S":"THREAD#%s"},"sk":{"S":"POST#%s"},
                "rev":{"N":"1"},"v":{"N":"1"},"state":{"S":"PENDING"},"author":{"S":"%s"},"text":{"S":""}}}}]}
                """.formatted(post.path("threadId").asText(), post.path("id").asText(), post.at("/author/id").asText());
        return member.send("POST", "/bench/invoke/ScreeningFunction", event, java.util.Map.of());
    }

    private static Round round(Asking asking, List<HearthClient> members, int requests) throws InterruptedException {
        long begin = System.nanoTime();
        int each = Math.ceilDiv(requests, members.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(members.size())) {
            List<Future<long[]>> all = IntStream.range(0, members.size()).mapToObj(who -> threads.submit(() ->
                    IntStream.range(0, each).mapToLong(i -> timed(asking, members.get(who), who * each + i)).toArray())).toList();
            long[] took = all.stream().map(LoadGenerator::finished).flatMapToLong(java.util.Arrays::stream).toArray();
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Round(took.length, took.length / seconds, Figures.quantile(took, 0.5), Figures.quantile(took, 0.99));
        }
    }

    private static long timed(Asking asking, HearthClient member, int number) {
        long begin = System.nanoTime();
        Answer answer = asking.as(member, number);
        if (!answer.isGood()) {
            throw new IllegalStateException("Refused: " + answer.status() + " " + answer.problem());
        }
        return System.nanoTime() - begin;
    }

    private static long[] finished(Future<long[]> future) {
        try {
            return future.get(10, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
        }
    }
}
