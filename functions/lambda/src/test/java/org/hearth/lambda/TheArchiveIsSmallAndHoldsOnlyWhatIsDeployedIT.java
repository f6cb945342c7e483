package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class TheArchiveIsSmallAndHoldsOnlyWhatIsDeployedIT {
  private static final Path ARCHIVE = Path.of("target/hearth.zip");

  @Test
  void itIsNoLargerThanItsBudget() throws IOException {
    assertThat(Files.size(ARCHIVE)).isLessThanOrEqualTo(Yaml.read("docs/budgets.yaml").at("/archive/bytes").asLong());
  }

  @Test
  void itHoldsEveryHandlerWhereTheTemplateLooks() throws IOException {
    assertThat(entries()).containsAll(Template.functions().stream()
        .map(function -> function.properties().path("Handler").asText().split("::")[0].replace('.', '/') + ".class").toList());
  }

  @Test
  void ourClassesAreAtTheTopAndTheLibrariesBelow() throws IOException {
    assertThat(entries()).filteredOn(entry -> entry.endsWith(".jar")).isNotEmpty().allMatch(entry -> entry.matches("lib/[^/]+\\.jar"));
    assertThat(entries()).filteredOn(entry -> entry.endsWith(".class")).isNotEmpty().allMatch(entry -> entry.startsWith("org/hearth/lambda/"));
  }

  @Test
  void nothingOfTheTestsTheLaptopTheTrainingOrTheBenchIsInIt() throws IOException {
    assertThat(entries())
        .noneMatch(entry -> entry.matches("org/hearth/(local|training|bench)/.*"))
        .noneMatch(entry -> entry.matches(".*hearth-(local|training|bench).*") || entry.contains("-tests"))
        .noneMatch(entry -> entry.matches(".*(Test|IT|Contract)(\\$.*)?\\.class"))
        .noneMatch(entry -> entry.contains("TestClock") || entry.endsWith("java.time.InstantSource") || entry.endsWith("execution.interceptors"))
        .noneMatch(entry -> entry.matches("lib/(junit|assertj|jqwik|archunit|awaitility|DynamoDBLocal|jetty|snakeyaml|jackson-databind|netty|apache|playwright|aws-lambda-java-runtime).*"));
  }

  private static List<String> entries() throws IOException {
    try (var archive = new ZipFile(ARCHIVE.toFile())) {
      return archive.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    }
  }
}
