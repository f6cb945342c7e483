package org.hearth.local.tiny;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hearth.local.LocalHearth;

/** A folder with the smallest site, template and archive that the runner can run, and the runner on it. */
public final class TinyForum implements AutoCloseable {
    private final LocalHearth hearth;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Path root;

    private TinyForum(Path root, Optional<Path> data) throws IOException {
        this.root = root;
        this.hearth = LocalHearth.start(new LocalHearth.Settings(root, 0, data, true, List.of(), false, log::add));
    }

    /** Starts it in the folder, which must be empty or hold an earlier one. */
    public static TinyForum start(Path root, Optional<Path> data) throws IOException {
        Path pages = Files.createDirectories(root.resolve("static-site/public"));
        Files.writeString(pages.resolve("index.html"), "<!doctype html><title>Tiny</title><p>" + "Home sweet home. ".repeat(60));
        Files.writeString(pages.resolve("plain.txt"), "plain");
        Files.writeString(pages.resolve("404.html"), "<!doctype html><title>Not here</title>");
        Files.writeString(root.resolve("pom.xml"), "<secret/>");
        copy("/tiny/template.yaml", root.resolve("template.yaml"));
        archive(Files.createDirectories(root.resolve("functions/lambda/target")).resolve("hearth.zip"));
        return new TinyForum(root, data);
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream bytes = TinyForum.class.getResourceAsStream(resource)) {
            Files.write(file, bytes.readAllBytes());
        }
    }

    private static void archive(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Class<?> type : List.of(TinyFunction.class, TinyAuthorizer.class, TinyReader.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                zip.putNextEntry(new ZipEntry(name));
                try (InputStream bytes = type.getResourceAsStream("/" + name)) {
                    bytes.transferTo(zip);
                }
            }
            zip.putNextEntry(new ZipEntry("lib/jackson-core.jar"));
            Path jackson = Path.of(URI.create(com.fasterxml.jackson.core.JsonFactory.class.getProtectionDomain()
                    .getCodeSource().getLocation().toString()));
            Files.copy(jackson, zip);
        }
    }

    public LocalHearth hearth() {
        return hearth;
    }

    public Path root() {
        return root;
    }

    /** What the functions logged so far. */
    public List<String> log() {
        return log;
    }

    @Override
    public void close() {
        hearth.close();
    }
}
