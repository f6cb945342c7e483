package org.hearth.local.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hearth.local.faults.Faults;
import org.hearth.local.template.FunctionSpec;
import org.hearth.local.template.TemplateException;

/** The template's functions, one instance each, all in one class loader. */
public final class LocalFunctions implements LambdaFunctions, AutoCloseable {
    private final Map<String, LocalFunction> functions = new LinkedHashMap<>();
    private final ExecutorService threads;

    private LocalFunctions(ClassLoader loader) {
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "function");
            thread.setContextClassLoader(loader);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Makes every function. A process has one set of system properties: they hold all functions' environment while the
     * functions are made, which is why two functions can't give one name two values.
     *
     * @param laptop what the AWS SDK needs to find this laptop's services, by the names of its system properties
     */
    public static LocalFunctions load(
            FunctionArchive archive, List<FunctionSpec> specs, Map<String, String> laptop, FunctionLog log) {
        return load(archive, specs, laptop, log, Faults.NONE);
    }

    /** Makes every function, of which some may be stopped on purpose. */
    public static LocalFunctions load(
            FunctionArchive archive, List<FunctionSpec> specs, Map<String, String> laptop, FunctionLog log, Faults faults) {
        Map<String, String> environment = environment(specs);
        LocalFunctions functions = new LocalFunctions(archive.loader());
        synchronized (LocalFunctions.class) {
            environment.forEach(System::setProperty);
            laptop.forEach(System::setProperty);
            for (FunctionSpec spec : specs) {
                functions.functions.put(spec.id(), new LocalFunction(
                        spec, handler(archive, spec), functions.threads, log, faults));
            }
        }
        return functions;
    }

    private static Map<String, String> environment(List<FunctionSpec> specs) {
        Map<String, String> all = new LinkedHashMap<>();
        for (FunctionSpec spec : specs) {
            spec.environment().forEach((name, value) -> {
                String other = all.put(name, value);
                if (other != null && !other.equals(value)) {
                    throw new TemplateException("The functions give " + name + " two values, " + other + " and " + value
                            + ": they share one process here.");
                }
            });
        }
        return all;
    }

    private static RequestStreamHandler handler(FunctionArchive archive, FunctionSpec spec) {
        String[] parts = spec.handler().split("::");
        if (parts.length != 2 || !parts[1].equals("handleRequest")) {
            throw new TemplateException(spec.id() + " has the handler " + spec.handler() + "; it must end in ::handleRequest.");
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(archive.loader());
        try {
            Object handler = Class.forName(parts[0], true, archive.loader()).getConstructor().newInstance();
            if (handler instanceof RequestStreamHandler stream) {
                return stream;
            }
            throw new TemplateException(spec.id() + " has the handler " + parts[0] + ", which is no RequestStreamHandler.");
        } catch (ClassNotFoundException e) {
            throw new TemplateException(spec.id() + " has the handler " + parts[0] + ", which " + spec.code() + " does not hold.");
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException(spec.id() + " did not start: " + (e.getCause() == null ? e : e.getCause()), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public LocalFunction get(String id) {
        LocalFunction function = functions.get(id);
        if (function == null) {
            throw new IllegalArgumentException("There is no function " + id + "; there are " + functions.keySet() + ".");
        }
        return function;
    }

    @Override
    public Set<String> names() {
        return functions.keySet();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
