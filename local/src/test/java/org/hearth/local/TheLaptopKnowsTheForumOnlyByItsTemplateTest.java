package org.hearth.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class TheLaptopKnowsTheForumOnlyByItsTemplateTest {
    private static final JavaClasses LAPTOP =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.hearth.local");

    @Test
    void noClassOfTheForumsIsNamed() {
        assertThat(LAPTOP).hasSizeGreaterThan(40);
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.hearth.forum..", "org.hearth.lambda..", "org.hearth.training..")
                .check(LAPTOP);
    }

    @Test
    void theForumIsNotEvenThere() {
        assertThat(getClass().getClassLoader().getResource("org/hearth/lambda/Wiring.class")).isNull();
        assertThat(getClass().getClassLoader().getResource("org/hearth/forum/Change.class")).isNull();
    }
}
