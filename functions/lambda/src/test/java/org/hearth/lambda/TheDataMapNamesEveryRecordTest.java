package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearth.forum.Stored;
import org.junit.jupiter.api.Test;

/** Whatever is kept of people is in the data map, with how long. */
class TheDataMapNamesEveryRecordTest {
  @Test
  void withItsTableAndHowLong() throws IOException {
    var map = Files.readString(Path.of("../../docs/privacy.md"));
    var kept = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.hearth.forum").stream()
        .filter(type -> type.isAssignableTo(Stored.class) && !type.isInterface()).map(JavaClass::getSimpleName).toList();
    assertThat(kept).hasSizeGreaterThan(20);
    assertThat(kept).allSatisfy(record -> assertThat(map).containsPattern("\\| `" + record + "` \\| (Content|Members|Moderation|Audit) \\| [^|]+ \\| [^|]+ \\|"));
  }
}
