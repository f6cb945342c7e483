package org.hearth.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hearth.local.faults.Faults;
import org.hearth.local.functions.LambdaFunction;
import org.hearth.local.tables.TableStreams;
import org.hearth.local.template.FunctionSpec;
import org.hearth.local.template.Template;

/** One event source mapping: a thread that carries a stream's records to a function. */
public final class StreamMapping implements AutoCloseable {
    private static final Duration DISCOVERY = Duration.ofSeconds(30);

    private final FunctionSpec.StreamSource source;
    private final String streamArn;
    private final Shards shards;
    private final StreamFilter filter;
    private final Delivery delivery;
    private final Nudge nudge;
    private final Consumer<String> log;
    private final Faults faults;
    private final String function;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Starts to read.
     *
     * @param nudge tells when something may have been written
     * @param failures takes the descriptions of batches that were given up
     * @param faults what may happen to records on their way
     */
    public StreamMapping(LambdaFunction function, FunctionSpec.StreamSource source, TableStreams streams, String streamArn,
            Checkpoints checkpoints, Nudge nudge, Consumer<JsonNode> failures, Consumer<String> log, Faults faults) {
        this.source = source;
        this.streamArn = streamArn;
        String name = function.spec().id() + " < " + source.table();
        this.shards = new Shards(streams, streamArn, name, checkpoints, source.fromTheBeginning());
        this.filter = new StreamFilter(source.filters());
        this.delivery = new Delivery(function, source, failures, stopping);
        this.nudge = nudge;
        this.log = log;
        this.faults = faults;
        this.function = function.spec().id();
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    private void run() {
        try {
            while (!stopped()) {
                try {
                    follow();
                } catch (RuntimeException e) {
                    if (!stopped()) {
                        log.accept("[" + thread.getName() + "] the stream can't be read, trying again: " + e);
                        stopping.await(1, TimeUnit.SECONDS);
                    }
                }
            }
        } catch (InterruptedException e) {
            // Asked to end.
        }
    }

    private void follow() throws InterruptedException {
        long discovered = 0;
        Nudge.Watch watch = nudge.watch();
        while (!stopped()) {
            if (discovered == 0 || System.nanoTime() - discovered > DISCOVERY.toNanos()) {
                shards.discover();
                discovered = System.nanoTime();
            }
            if (!readOnce()) {
                watch.pause();
            }
        }
    }

    private boolean readOnce() throws InterruptedException {
        boolean any = false;
        faults.awaitStream(function, stopping);
        for (String shard : shards.open()) {
            Shards.Read read = shards.read(shard, source.batchSize());
            List<JsonNode> records = new ArrayList<>();
            read.records().forEach(record -> records.add(RecordJson.of(record, streamArn, Template.region())));
            records.removeIf(record -> !filter.accepts(record));
            if (!delivery.deliver(faults.disturbed(records))) {
                return false;
            }
            shards.done(read);
            if (!records.isEmpty()) {
                nudge.happened();
            }
            any |= !read.records().isEmpty();
        }
        return any;
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }

    @Override
    public void close() {
        stopping.countDown();
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
