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
  void itIsNoLargerThanTwelveMegabytes() throws IOException {
    assertThat(Files.size(ARCHIVE)).isLessThanOrEqualTo(12_000_000);
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
  void nothingOfTheTestsTheLaptopOrTheTrainingIsInIt() throws IOException {
    assertThat(entries())
        .noneMatch(entry -> entry.startsWith("org/hearth/local/") || entry.startsWith("org/hearth/training/"))
        .noneMatch(entry -> entry.contains("hearth-local") || entry.contains("hearth-training") || entry.contains("-tests"))
        .noneMatch(entry -> entry.matches(".*(Test|IT|Contract)(\\$.*)?\\.class"))
        .noneMatch(entry -> entry.contains("TestClock") || entry.endsWith("java.time.InstantSource") || entry.endsWith("execution.interceptors"))
        .noneMatch(entry -> entry.matches("lib/(junit|assertj|jqwik|archunit|awaitility|DynamoDBLocal|jetty|snakeyaml|jackson-databind|netty|apache).*"));
  }

  private static List<String> entries() throws IOException {
    try (var archive = new ZipFile(ARCHIVE.toFile())) {
      return archive.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    }
  }
}
