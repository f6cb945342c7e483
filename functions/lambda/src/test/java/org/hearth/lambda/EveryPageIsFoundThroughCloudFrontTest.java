package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EveryPageIsFoundThroughCloudFrontTest {
  private static final Path SITE = Yaml.REPOSITORY.resolve("static-site/public");

  @Test
  void theTemplateKnowsEveryPage() throws IOException {
    var code = Template.resource("MissingPages").at("/Properties/FunctionCode").asText();
    var pages = Pattern.compile("'([a-z0-9-]+)'").matcher(code.substring(code.indexOf("PAGES = ["), code.indexOf("];"))).results().map(page -> page.group(1));
    try (var files = Files.list(SITE)) {
      var there = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".html") && !name.equals("404.html"))
          .map(name -> name.replace(".html", "")).toList();
      assertThat(pages).containsExactlyInAnyOrderElementsOf(there);
    }
  }

  @Test
  void everyOtherFileIsLetThrough() throws IOException {
    var code = Template.resource("MissingPages").at("/Properties/FunctionCode").asText();
    var files = Pattern.compile("FILES = /(.+)/;").matcher(code).results().findFirst().orElseThrow();
    var known = Pattern.compile(files.group(1).replace("\\/", "/"));
    try (var all = Files.walk(SITE)) {
      assertThat(all.filter(Files::isRegularFile).map(file -> "/" + SITE.relativize(file)).filter(name -> !name.endsWith(".html")))
          .isNotEmpty().allMatch(name -> known.matcher(name).find());
    }
  }

  @Test
  void theApisOwnRefusalsAreNotReplacedByAPage() {
    assertThat(Template.resource("Site").at("/Properties/DistributionConfig").has("CustomErrorResponses")).isFalse();
  }
}
