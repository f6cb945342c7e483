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

    private static final String THREADS = "/api/groups/" + Journey.GROUP + "/threads";

    private LoadGenerator() {
    }

    /** What a round of requests took, in nanoseconds. */
    record Round(int requests, double perSecond, double middle, double slowest) {
    }

    /** One request by one member: its number counts on through all members. */
    private interface Asking {
        Answer as(Reader reader, int number);
    }

    /** @param thread a conversation of this member's own: checks of the posts of one thread are done one after the other */
    private record Reader(HearthClient member, String thread) {

        static Reader signedIn(URI site, int number) {
            String name = Words.name("reader", number);
            HearthClient member = HearthClient.signedIn(site, name, Role.MEMBER).joinedAs(name);
            Answer begun = member.post(THREADS, HearthClient.object("title", "Good morning", "text", Words.text(number)));
            return new Reader(member, begun.json().path("thread").path("id").asText());
        }
    }

    /** {@code LoadGenerator SITE THREAD}, then on standard input lines of {@code WHAT CLIENTS REQUESTS}, answered in JSON. */
    public static void main(String[] arguments) throws Exception {
        URI site = URI.create(arguments[0]);
        String thread = arguments[1];
        List<Reader> readers = new ArrayList<>();
        int sent = 0;
        try (var lines = new java.io.BufferedReader(new java.io.InputStreamReader(System.in))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ");
                int clients = Integer.parseInt(parts[1]);
                while (readers.size() < clients) {
                    readers.add(Reader.signedIn(site, readers.size()));
                }
                Round round = round(asking(parts[0], thread), readers.subList(0, clients), sent, Integer.parseInt(parts[2]));
                sent += round.requests();
                System.out.println(JSON.writeValueAsString(round));
            }
        }
    }

    private static Asking asking(String what, String thread) {
        return switch (what) {
            case "list" -> (reader, number) -> reader.member().get(THREADS);
            case "thread" -> (reader, number) -> reader.member().get("/api/threads/" + thread);
            case "reply" -> LoadGenerator::reply;
            case "query" -> (reader, number) -> reader.member().get("/bench/query");
            default -> throw new IllegalArgumentException(what);
        };
    }

    // The check of it too, as its stream would have it done.
    private static Answer reply(Reader reader, int number) {
        Answer answer = reader.member().post("/api/threads/" + reader.thread() + "/posts", HearthClient.object("text", Words.text(number)));
        if (!answer.isGood()) {
            return answer;
        }
        JsonNode post = answer.json();
        String event = """
                {"Records":[{"eventName":"INSERT","dynamodb":{"SequenceNumber":"1","NewImage":{
                "pk":{"S":"THREAD#%s"},"sk":{"S":"POST#%s"},
                "rev":{"N":"1"},"v":{"N":"1"},"state":{"S":"PENDING"},"author":{"S":"%s"},"text":{"S":""}}}}]}
                """.formatted(post.path("threadId").asText(), post.path("id").asText(), post.at("/author/id").asText());
        return reader.member().send("POST", "/bench/invoke/ScreeningFunction", event, java.util.Map.of());
    }

    private static Round round(Asking asking, List<Reader> readers, int sent, int requests) throws InterruptedException {
        long begin = System.nanoTime();
        int each = Math.ceilDiv(requests, readers.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(readers.size())) {
            List<Future<long[]>> all = IntStream.range(0, readers.size()).mapToObj(who -> threads.submit(() ->
                    IntStream.range(0, each).mapToLong(i -> timed(asking, readers.get(who), sent + who * each + i)).toArray()))
                    .toList();
            long[] took = all.stream().map(LoadGenerator::finished).flatMapToLong(java.util.Arrays::stream).toArray();
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Round(took.length, took.length / seconds, Figures.quantile(took, 0.5), Figures.quantile(took, 0.99));
        }
    }

    private static long timed(Asking asking, Reader reader, int number) {
        long begin = System.nanoTime();
        Answer answer = asking.as(reader, number);
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
