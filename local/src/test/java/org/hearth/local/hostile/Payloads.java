package org.hearth.local.hostile;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Strings that somebody would write who wants our pages to run or fetch something: our own, and any that a folder holds. */
final class Payloads {
    /** Names a folder with files of lines such as {@code {"p": "<script>…"}}. */
    private static final String FOLDER = "HEARTH_HOSTILE";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Payloads() {
    }

    static List<String> all() {
        Set<String> all = new LinkedHashSet<>(own());
        String folder = System.getenv(FOLDER);
        if (folder != null && !folder.isEmpty()) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(one -> one.toString().endsWith(".ndjson")).sorted().toList()) {
                    for (String line : Files.readAllLines(file)) {
                        all.add(JSON.readTree(line).path("p").asText());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The strings in " + folder + " can't be read", e);
            }
        }
        all.removeIf(String::isBlank);
        return new ArrayList<>(all);
    }

    private static List<String> own() {
        try (InputStream file = Payloads.class.getResourceAsStream("/hostile/own.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As few texts as hold them all, each of at most so many characters; what is longer than one text is left out. */
    static List<String> packed(List<String> payloads, int longest) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String payload : payloads) {
            if (payload.length() > longest) {
                continue;
            }
            if (text.length() + payload.length() + 1 > longest) {
                texts.add(text.toString());
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : "\n").append(payload);
        }
        texts.add(text.toString());
        return texts;
    }
}
