package org.hearth.local.functions;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** What a function sees of the machine that runs it: the JDK, Lambda's own interfaces, and a clock that can be moved. */
final class LambdaRuntimeClasses extends ClassLoader {
    private static final String LAMBDA = "com.amazonaws.services.lambda.runtime.";
    private static final String CLOCK = "org.hearth.local.clock.MovableClock";
    private static final String CLOCK_PROVIDERS = "META-INF/services/java.time.InstantSource";

    private final URL clockProvider;

    /**
     * @param folder a folder in which the clock may be announced to {@link java.util.ServiceLoader}
     */
    LambdaRuntimeClasses(Path folder) throws IOException {
        super("lambda-runtime", ClassLoader.getPlatformClassLoader());
        Path provider = Files.writeString(Files.createTempFile(folder, "clock", ".provider"), CLOCK);
        this.clockProvider = provider.toUri().toURL();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(LAMBDA)) {
            return Class.forName(name, false, LambdaRuntimeClasses.class.getClassLoader());
        }
        if (name.equals(CLOCK)) {
            return defineClock();
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        return Collections.enumeration(name.equals(CLOCK_PROVIDERS) ? List.of(clockProvider) : List.of());
    }

    /** A class of its own for each set of functions, so that each has its own time. */
    private Class<?> defineClock() throws ClassNotFoundException {
        String resource = CLOCK.replace('.', '/') + ".class";
        try (InputStream bytes = LambdaRuntimeClasses.class.getClassLoader().getResourceAsStream(resource)) {
            byte[] code = bytes.readAllBytes();
            return defineClass(CLOCK, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(CLOCK, e);
        }
    }
}
