package org.hearth.local.schedules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hearth.local.functions.FunctionFailure;
import org.hearth.local.functions.LambdaFunction;
import org.hearth.local.functions.LambdaFunctions;
import org.hearth.local.template.FunctionSpec;
import org.hearth.local.template.Template;

/** EventBridge Scheduler's place: calls functions at their rates. */
public final class Schedules implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("schedules").daemon().factory());

    public static Schedules start(LambdaFunctions functions) {
        Schedules schedules = new Schedules();
        for (String name : functions.names()) {
            LambdaFunction function = functions.get(name);
            for (FunctionSpec.Schedule schedule : function.spec().schedules()) {
                long every = schedule.every().toMillis();
                schedules.timer.scheduleAtFixedRate(() -> call(function, schedule), every, every, TimeUnit.MILLISECONDS);
            }
        }
        return schedules;
    }

    private static void call(LambdaFunction function, FunctionSpec.Schedule schedule) {
        try {
            function.invoke(event(schedule));
        } catch (FunctionFailure e) {
            // The function's log has it, and the next time comes anyway.
        }
    }

    /** The event that a schedule sends: its input, or the one that EventBridge makes. */
    public static byte[] event(FunctionSpec.Schedule schedule) {
        JsonNode event = schedule.input().isMissingNode() ? JSON.createObjectNode().put("version", "0")
                .put("id", UUID.randomUUID().toString()).put("detail-type", "Scheduled Event").put("source", "aws.scheduler")
                .put("account", "000000000000").put("time", Instant.now().toString()).put("region", Template.region())
                .put("detail", "{}") : schedule.input();
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
