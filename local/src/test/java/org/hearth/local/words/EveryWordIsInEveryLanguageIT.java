package org.hearth.local.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The English catalogue is exactly what the pages and modules say, in their order, and each other catalogue has words for each of its
 * sentences, with the same values and elements in them. {@code bin/words} writes the English one anew and says what others lack.
 */
class EveryWordIsInEveryLanguageIT {
    private static final Path PAGES = RunningHearth.root().resolve("static-site/public");
    private static final Path CATALOGUES = PAGES.resolve("words");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}|</?\\d+>");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    /** Not for people, or in a language's own name, or what the server says. */
    private static final List<String> NOT_SAID = List.of("js/hearth.js: Weather", "js/hearth.js: English", "js/hearth.js: Deutsch", "js/hearth.js: Shift",
            "js/handover.js: Hidden until a person looks");
    /** What this module says it looks up, as it stands in another. */
    private static final String LOOKED_UP = "js/language.js: ";
    private static JsonNode said;
    private static List<String> untranslatable;

    @BeforeAll
    static void readThePages() throws IOException {
        try (BrowserPage browser = BrowserPage.open(RunningHearth.shared(), BrowserPage.WIDE)) {
            Page page = browser.goTo("/rules.html").page();
            JsonNode found = JSON.readTree(JSON.writeValueAsString(page.evaluate(script(), files())));
            said = found.path("words");
            untranslatable = found.path("plain").valueStream().map(JsonNode::asText).filter(one -> !NOT_SAID.contains(one))
                    .filter(one -> !one.startsWith(LOOKED_UP) || !said.has(one.substring(LOOKED_UP.length()))).toList();
        }
        if (Boolean.getBoolean("hearth.words.write")) {
            Files.writeString(CATALOGUES.resolve("en.json"), JSON.writeValueAsString(said) + "\n");
        }
    }

    static List<String> others() throws IOException {
        try (Stream<Path> files = Files.list(CATALOGUES)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("en.json")).sorted().toList();
        }
    }

    @Test
    void noSentenceStandsWhereNobodyCouldTranslateIt() {
        assertThat(untranslatable).as("put a t before them, as in t`Saved.`").isEmpty();
    }

    @Test
    void theEnglishCatalogueIsWhatThePagesSay() {
        JsonNode english = catalogue("en.json");
        assertThat(said.size()).isGreaterThan(900);
        assertThat(english.propertyStream().toList()).as("run bin/words").containsExactlyInAnyOrderElementsOf(said.propertyStream().toList());
    }

    @ParameterizedTest
    @MethodSource("others")
    void eachSentenceHasWords(String file) {
        JsonNode words = catalogue(file);
        JsonNode english = catalogue("en.json");
        assertThat(english.propertyStream().map(Map.Entry::getKey)).as("without words in " + file).allMatch(words::has);
        assertThat(words.propertyStream().map(Map.Entry::getKey)).as("said nowhere any more, in " + file).allMatch(english::has);
        assertThat(words.propertyStream().toList()).allSatisfy(word -> {
            if (word.getValue().isTextual()) {
                assertThat(places(word.getValue().asText())).as(word.getKey()).isEqualTo(places(word.getKey()));
                assertThat(word.getValue().asText()).as(word.getKey()).isNotBlank();
            } else {
                assertThat(word.getValue().has("other")).as("the form for other numbers of: " + word.getKey()).isTrue();
                assertThat(english.path(word.getKey()).isObject()).as(word.getKey()).isTrue();
            }
        });
    }

    @Test
    void everyLanguageThatCanBeChosenHasACatalogueAndTheOtherWayRound() throws IOException {
        var offered = Pattern.compile("const tongues = \\{(.*?)};").matcher(Files.readString(PAGES.resolve("js/hearth.js")));
        assertThat(offered.find()).isTrue();
        List<String> codes = Pattern.compile("'?([a-z][\\w-]*)'?:").matcher(offered.group(1)).results().map(one -> one.group(1) + ".json").toList();
        assertThat(codes).contains("en.json").filteredOn(name -> !name.equals("en.json")).containsExactlyInAnyOrderElementsOf(others());
        assertThat(codes).allMatch(name -> !Locale.forLanguageTag(name.replace(".json", "")).getLanguage().isEmpty());
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(one -> one.group()).sorted().toList();
    }

    private static JsonNode catalogue(String file) {
        try {
            return JSON.readTree(Files.readString(CATALOGUES.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String script() throws IOException {
        try (var text = EveryWordIsInEveryLanguageIT.class.getResourceAsStream("/words/collect.js")) {
            String source = new String(text.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
            return source.substring(source.indexOf("async (files)"));
        }
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String folder : List.of("", "js")) {
            try (Stream<Path> found = Files.list(PAGES.resolve(folder))) {
                for (Path file : found.filter(one -> one.toString().endsWith(folder.isEmpty() ? ".html" : ".js")).toList()) {
                    files.put(PAGES.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return files;
    }
}
