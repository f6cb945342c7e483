package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearth.forum.listing.HelpLines;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers to call stand in the API and, so that they are there without a script, in pages: they are the same. */
class HelpLinesAreTheSameOnThePagesTest {
  private static final Path PAGES = Path.of("../../static-site/public");
  private static final String ELSEWHERE = "ZZ";

  static List<HelpLines> regions() {
    return HelpLines.all().stream().filter(region -> !region.region().equals(ELSEWHERE)).toList();
  }

  @ParameterizedTest
  @MethodSource("regions")
  void everyLineOfTheApiIsOnTheHelpPage(HelpLines region) throws IOException {
    var section = section(Files.readString(PAGES.resolve("help-now.html")), region.region());
    assertThat(section).contains("href=\"tel:" + region.emergency() + "\"").contains(region.name());
    for (var line : region.lines()) {
      assertThat(section).as(line.name()).contains("://" + URI.create(line.url()).getHost());
      if (line.phone() != null) {
        assertThat(section).as(line.name()).contains("href=\"tel:" + digits(line.phone()) + "\"");
      }
      if (line.text() != null) {
        assertThat(section).as(line.name()).contains("href=\"sms:" + digits(line.text().replaceAll(".* to ", "")) + "\"");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("regions")
  void theFootOfEveryPageHasALineOfTheRegion(HelpLines region) throws IOException {
    var phones = region.lines().stream().filter(line -> line.phone() != null).map(line -> digits(line.phone())).toList();
    try (Stream<Path> pages = Files.list(PAGES)) {
      for (var page : pages.filter(one -> one.toString().endsWith(".html")).toList()) {
        var foot = Pattern.compile("data-regions=\"([A-Z ]+)\">[^<]*<a href=\"tel:(\\d+)\"").matcher(Files.readString(page)).results()
            .filter(line -> Arrays.asList(line.group(1).split(" ")).contains(region.region())).map(line -> line.group(2)).toList();
        assertThat(foot).as(page.getFileName() + " for " + region.region()).hasSize(1);
        assertThat(phones).contains(foot.getFirst());
      }
    }
  }

  private static String section(String page, String region) {
    var found = Pattern.compile("(?s)<section[^>]*\\bid=\"" + region + "\".*?</section>").matcher(page);
    assertThat(found.find()).as("a section for " + region).isTrue();
    return found.group();
  }

  private static String digits(String phone) {
    return phone.replaceAll("\\D", "");
  }
}
