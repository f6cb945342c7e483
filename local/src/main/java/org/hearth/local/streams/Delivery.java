package org.hearth.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hearth.local.functions.FunctionFailure;
import org.hearth.local.functions.LambdaFunction;
import org.hearth.local.template.FunctionSpec;

/** Hands batches to a function until each record is done with: taken, or given up to the failure queue. */
final class Delivery {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final LambdaFunction function;
    private final FunctionSpec.StreamSource source;
    private final Consumer<JsonNode> failures;
    private final CountDownLatch stopping;

    Delivery(LambdaFunction function, FunctionSpec.StreamSource source, Consumer<JsonNode> failures, CountDownLatch stopping) {
        this.function = function;
        this.source = source;
        this.failures = failures;
        this.stopping = stopping;
    }

    /**
     * Delivers the records in order.
     *
     * @return whether all are done with; false if the runner stopped first, and they are to be delivered again
     */
    boolean deliver(List<JsonNode> records) {
        List<JsonNode> rest = records;
        int failed = 0;
        while (!rest.isEmpty()) {
            int done = call(rest);
            if (done == rest.size()) {
                return true;
            }
            if (done > 0) {
                rest = rest.subList(done, rest.size());
                failed = 0;
            }
            failed++;
            if (source.bisect() && rest.size() > 1) {
                int middle = rest.size() / 2;
                return pause(1) && deliver(rest.subList(0, middle)) && deliver(rest.subList(middle, rest.size()));
            }
            Optional<String> reason = reasonToGiveUp(rest, failed);
            if (reason.isPresent()) {
                failures.accept(failure(rest, reason.get(), failed));
                return true;
            }
            if (!pause(failed)) {
                return false;
            }
        }
        return true;
    }

    /** Calls the function once and tells how many records, counted from the first, it has taken. */
    private int call(List<JsonNode> records) {
        ObjectNode event = JSON.createObjectNode();
        event.putArray("Records").addAll(records);
        try {
            byte[] answer = function.invoke(JSON.writeValueAsBytes(event));
            return source.reportsItemFailures() ? taken(records, answer) : records.size();
        } catch (FunctionFailure | IOException e) {
            return 0;
        }
    }

    /** As Lambda reads a partial batch response: everything from the earliest failure on comes again. */
    private static int taken(List<JsonNode> records, byte[] answer) throws IOException {
        JsonNode failed = answer.length == 0 ? JSON.nullNode() : JSON.readTree(answer).path("batchItemFailures");
        List<String> numbers = records.stream().map(Delivery::sequenceNumber).toList();
        int taken = records.size();
        for (JsonNode item : failed) {
            int place = numbers.indexOf(item.path("itemIdentifier").asText());
            if (place < 0) {
                return 0;
            }
            taken = Math.min(taken, place);
        }
        return taken;
    }

    private Optional<String> reasonToGiveUp(List<JsonNode> records, int failed) {
        if (source.maximumRetries() >= 0 && failed > source.maximumRetries()) {
            return Optional.of("RetryAttemptsExhausted");
        }
        Instant oldest = Instant.ofEpochMilli(
                (long) (records.getFirst().path("dynamodb").path("ApproximateCreationDateTime").asDouble() * 1000));
        boolean tooOld = !source.maximumAge().isNegative() && oldest.plus(source.maximumAge()).isBefore(Instant.now());
        return tooOld ? Optional.of("RecordAgeExceeded") : Optional.empty();
    }

    private boolean pause(int failed) {
        long doubled = FIRST_PAUSE.toMillis() << Math.min(failed - 1, 10);
        try {
            return !stopping.await(Math.min(doubled, LONGEST_PAUSE.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a failure destination gets: where the records are, never what is in them. */
    private JsonNode failure(List<JsonNode> records, String condition, int attempts) {
        ObjectNode failure = JSON.createObjectNode();
        failure.putObject("requestContext").put("functionArn", function.spec().id()).put("condition", condition)
                .put("approximateInvokeCount", attempts);
        failure.put("version", "1.0").put("timestamp", Instant.now().toString());
        failure.putObject("DDBStreamBatchInfo").put("startSequenceNumber", sequenceNumber(records.getFirst()))
                .put("endSequenceNumber", sequenceNumber(records.getLast())).put("batchSize", records.size())
                .put("streamArn", records.getFirst().path("eventSourceARN").asText());
        return failure;
    }

    static String sequenceNumber(JsonNode record) {
        return record.path("dynamodb").path("SequenceNumber").asText();
    }
}
