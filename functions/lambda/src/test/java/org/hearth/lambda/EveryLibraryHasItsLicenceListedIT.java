package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class EveryLibraryHasItsLicenceListedIT {
  @Test
  void ofThoseInTheArchive() throws IOException {
    var listed = Files.readString(Path.of("../../docs/licences.md"));
    try (var archive = new ZipFile("target/hearth.zip")) {
      var libraries = archive.stream().map(entry -> entry.getName()).filter(name -> name.startsWith("lib/") && name.endsWith(".jar"))
          .map(name -> name.substring("lib/".length()).replaceFirst("-\\d.*\\.jar$", "")).toList();
      assertThat(libraries).hasSizeGreaterThan(20).allSatisfy(library -> assertThat(listed).contains("`" + library + "`"));
    }
  }
}
