package org.hearth.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;

/**
 * What a handler adds to the call of the SDK that it makes: both are called in turn in one process, which then does nothing else.
 *
 * @param handler nanoseconds of an answer, median
 * @param call nanoseconds of the call by itself, median
 * @param handlerCpu nanoseconds of the process's CPU for an answer
 * @param callCpu the same for the call
 */
record HandlerPart(double handler, double call, double handlerCpu, double callCpu) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMES = 400;
    private static final int ROUNDS = 6;

    /** Both work by themselves; the last of some rounds counts, when all is compiled. */
    static HandlerPart measured(Callable<?> answer, Callable<?> call) {
        HandlerPart last = null;
        for (int round = 0; round < ROUNDS; round++) {
            Block answers = block(answer);
            Block calls = block(call);
            last = new HandlerPart(answers.median(), calls.median(), answers.cpu(), calls.cpu());
        }
        return last;
    }

    private record Block(double median, double cpu) {
    }

    private static Block block(Callable<?> work) {
        long cpu = cpu();
        long[] took = LongStream.range(0, TIMES).map(i -> timed(work)).toArray();
        return new Block(Figures.quantile(took, 0.5), (double) (cpu() - cpu) / TIMES);
    }

    private static long timed(Callable<?> work) {
        long begin = System.nanoTime();
        try {
            work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return System.nanoTime() - begin;
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    byte[] json() throws IOException {
        return JSON.writeValueAsBytes(this);
    }

    static HandlerPart of(String json) throws IOException {
        return JSON.readValue(json, HandlerPart.class);
    }
}
