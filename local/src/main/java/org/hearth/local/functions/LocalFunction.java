package org.hearth.local.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hearth.local.faults.Faults;
import org.hearth.local.faults.Invocation;
import org.hearth.local.template.FunctionSpec;

/** One function, ready to be called: JSON in, JSON out, within its time. */
public final class LocalFunction implements LambdaFunction {
    private final FunctionSpec spec;
    private final RequestStreamHandler handler;
    private final ExecutorService threads;
    private final FunctionLog log;
    private final Faults faults;

    LocalFunction(FunctionSpec spec, RequestStreamHandler handler, ExecutorService threads, FunctionLog log, Faults faults) {
        this.spec = spec;
        this.handler = handler;
        this.threads = threads;
        this.log = log;
        this.faults = faults;
    }

    @Override
    public FunctionSpec spec() {
        return spec;
    }

    @Override
    public byte[] invoke(byte[] event) throws FunctionFailure {
        String requestId = UUID.randomUUID().toString();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        Invocation invocation = faults.begin(spec.id(), event);
        Future<?> call = threads.submit(() -> {
            handle(event, answer, requestId, invocation);
            return null;
        });
        invocation.stoppedBy(() -> call.cancel(true));
        try {
            call.get(spec.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return answer.toByteArray();
        } catch (TimeoutException e) {
            call.cancel(true);
            throw failed(requestId, "Task timed out after " + seconds(spec.timeout()) + " seconds", e);
        } catch (ExecutionException e) {
            throw failed(requestId, e.getCause().getClass().getName(), e.getCause());
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw failed(requestId, "The runner is stopping", e);
        } catch (CancellationException e) {
            throw failed(requestId, "Stopped on purpose", e);
        } finally {
            faults.over(invocation);
        }
    }

    private void handle(byte[] event, OutputStream answer, String requestId, Invocation invocation) throws IOException {
        long deadline = System.nanoTime() + spec.timeout().toNanos();
        Invocation.onThisThread(invocation);
        try {
            faults.begins(invocation);
            handler.handleRequest(new ByteArrayInputStream(event), answer, new InvocationContext(spec, requestId, deadline, log));
            faults.ends(invocation);
        } finally {
            Invocation.onThisThread(null);
        }
    }

    private FunctionFailure failed(String requestId, String reason, Throwable cause) {
        log.failure(spec.id(), requestId, reason, cause);
        return new FunctionFailure(spec.id() + ": " + reason, cause);
    }

    private static String seconds(Duration time) {
        return "%.2f".formatted(time.toMillis() / 1000.0);
    }
}
