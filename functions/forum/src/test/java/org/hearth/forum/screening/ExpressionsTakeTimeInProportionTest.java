package org.hearth.forum.screening;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RE2/J's expressions can't be made to run for long by any text; java.util.regex's can. */
class ExpressionsTakeTimeInProportionTest {
  private static final JavaClasses SCREENING = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("org.hearth.forum.screening", "org.hearth.forum.text");
  private static final Pattern SPLIT = Pattern.compile("\\.split\\((.*?)\\)");

  @Test
  void nothingHereUsesTheJdksExpressions() {
    noClasses().should().dependOnClassesThat().resideInAPackage("java.util.regex").check(SCREENING);
    noClasses().should().callMethod(String.class, "matches", String.class)
        .orShould().callMethod(String.class, "replaceAll", String.class, String.class)
        .orShould().callMethod(String.class, "replaceFirst", String.class, String.class)
        .orShould().callMethod(String.class, "split", String.class, int.class).check(SCREENING);
  }

  @Test
  void textsAreSplitAtSinglePlainCharactersOnly() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java/org/hearth/forum/screening"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher split = SPLIT.matcher(Files.readString(file));
        while (split.find()) {
          assertThat(split.group(1)).as(file.toString()).isIn(List.of("\" \"", "\",\"", "\"\\\\|\""));
        }
      }
    }
  }
}
