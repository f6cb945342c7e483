package org.hearth.local.functions;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A deployment archive, unpacked, and the class loader that sees it as Lambda's would: its classes and lib/*.jar. */
public final class FunctionArchive implements AutoCloseable {
    private final Path folder;
    private final URLClassLoader loader;

    private FunctionArchive(Path folder, URLClassLoader loader) {
        this.folder = folder;
        this.loader = loader;
    }

    public static FunctionArchive open(Path archive) throws IOException {
        Path folder = Files.createTempDirectory("hearth-functions");
        Path task = Files.createDirectory(folder.resolve("task"));
        unpack(archive, task);
        return new FunctionArchive(folder, new URLClassLoader("functions", classPath(task), new LambdaRuntimeClasses(folder)));
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("The archive holds a file outside of itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy((InputStream) zip, file);
                }
            }
        }
    }

    private static URL[] classPath(Path task) throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(task.toUri().toURL());
        Path lib = task.resolve("lib");
        if (Files.isDirectory(lib)) {
            try (Stream<Path> jars = Files.list(lib)) {
                jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().forEach(jar -> urls.add(url(jar)));
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    ClassLoader loader() {
        return loader;
    }

    /** Moves the clock of these functions: so many milliseconds ahead of the system's, or behind it if negative. */
    public LongConsumer clock() {
        return ServiceLoader.load(InstantSource.class, loader).stream().map(ServiceLoader.Provider::get)
                .filter(LongConsumer.class::isInstance).map(LongConsumer.class::cast).findFirst()
                .orElseThrow(() -> new IllegalStateException("The functions do not see the clock that can be moved."));
    }

    @Override
    public void close() throws IOException {
        loader.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
