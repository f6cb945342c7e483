package org.hearth.local.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearth.local.RunningHearth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The header and the footer stand in every page, and are the same in each but for the mark of where one is. */
class EveryPageHasTheSameShellTest {
    private static final Path PAGES = RunningHearth.root().resolve("static-site/public");

    static List<String> parts() {
        return List.of("header", "footer");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void wordForWord(String part) throws IOException {
        var byPage = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(PAGES)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".html")).sorted().toList()) {
                byPage.put(file.getFileName().toString(), shell(Files.readString(file), part));
            }
        }
        String model = byPage.get("group.html");
        assertThat(byPage).hasSizeGreaterThan(10);
        assertThat(model).isNotEmpty();
        assertThat(byPage).allSatisfy((page, shell) -> assertThat(shell).as(page).isEqualTo(model));
    }

    private static String shell(String page, String part) {
        var found = Pattern.compile("(?s)<" + part + "[ >].*?</" + part + ">").matcher(page);
        return found.find() ? found.group().replaceAll(" aria-current=\"page\"", "").replaceAll("\\s+", " ") : "";
    }
}
