package org.hearth.lambda;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearth.lambda.members.SessionFunction;
import org.junit.jupiter.api.Test;

/** Which room a line is in. Rules are checked in plain tests: each was seen to fail once on code that breaks it. */
class ArchitectureTest {
  private static final JavaClasses OURS = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
      .withImportOption(location -> !location.contains("-tests.jar")).importPackages("org.hearth");
  private static final String FORUM = "org.hearth.forum..";
  private static final String LAMBDA = "org.hearth.lambda..";
  private static final DescribedPredicate<JavaClass> WIRING = DescribedPredicate.describe("the wiring",
      one -> one.getName().matches("org\\.hearth\\.lambda\\.((members\\.Session)?Wiring(\\$.*)?|Rehearsal)"));
  private static final Set<String> READ_THE_ENVIRONMENT = Set.of("getenv", "getProperty", "getProperties");

  @Test
  void thereIsSomethingToCheck() {
    assertThat(OURS.that(resideInAPackage(FORUM))).hasSizeGreaterThan(80);
    assertThat(OURS.that(resideInAPackage(LAMBDA))).hasSizeGreaterThan(40);
  }

  @Test
  void theForumKnowsTheJdkAndThreeSmallLibraries() {
    classes().that().resideInAPackage(FORUM)
        .should().onlyDependOnClassesThat().resideInAnyPackage(FORUM, "java..", "com.google.re2j..", "com.hankcs..", "com.google.i18n.phonenumbers..")
        .check(OURS);
  }

  @Test
  void theForumKnowsNothingOfTheNetworkFilesOrProcesses() {
    noClasses().that().resideInAPackage(FORUM)
        .should().dependOnClassesThat().resideInAnyPackage("java.net..", "java.net.http..", "java.nio.channels..", "java.nio.file..", "java.sql..", "javax..")
        .check(OURS);
  }

  @Test
  void onlyTheStoresNameDynamoDb() {
    noClasses().that(resideInAPackage(LAMBDA).and(not(resideInAPackage("org.hearth.lambda.dynamo"))).and(not(WIRING)))
        .should().dependOnClassesThat().resideInAnyPackage("software.amazon.awssdk.services.dynamodb..", "software.amazon.awssdk.enhanced..")
        .check(OURS);
  }

  @Test
  void onlyTheWiringBuildsClients() {
    noClasses().that(resideInAPackage(LAMBDA).and(not(WIRING)))
        .should().callMethodWhere(DescribedPredicate.describe("makes a client of AWS's", call ->
            call.getTarget().getName().matches("builder|create") && call.getTargetOwner().getName().matches("software\\.amazon\\.awssdk\\.services\\..*Client")))
        .check(OURS);
  }

  @Test
  void onlyTheWiringReadsTheEnvironment() {
    noClasses().that(not(WIRING))
        .should().callMethodWhere(DescribedPredicate.describe("reads the environment", call ->
            call.getTargetOwner().isEquivalentTo(System.class) && READ_THE_ENVIRONMENT.contains(call.getTarget().getName())))
        .check(OURS);
  }

  @Test
  void nobodyButAFunctionAndTheWiringCallsTheWiring() {
    noClasses().that(not(WIRING).and(not(simpleNameEndingWith("Function"))))
        .should().dependOnClassesThat().belongToAnyOf(Wiring.class)
        .check(OURS);
  }

  // A session's own end is judged by the real time, whatever clock a laptop shows.
  @Test
  void onlyTheWiringAndASessionsEndLookAtTheClock() {
    noClasses().that(not(WIRING).and(not(type(SessionFunction.class))))
        .should().callMethod(Instant.class, "now")
        .orShould().callMethod(InstantSource.class, "system")
        .orShould().callMethod(Clock.class, "systemUTC")
        .orShould().callMethod(System.class, "currentTimeMillis")
        .check(OURS);
  }

  @Test
  void nothingIsNamedAfterNothing() {
    noClasses().should().resideInAnyPackage("..util..", "..utils..", "..helper..", "..helpers..", "..manager..", "..common..", "..service..", "..services..")
        .orShould().haveNameMatching(".*(Util|Utils|Helper|Manager|Common|Service|Impl)(\\$.*)?")
        .check(OURS);
  }

  @Test
  void everyFunctionTakesARawEventAndStandsWhereTheTemplateSays() {
    classes().that().haveSimpleNameEndingWith("Function").and().resideInAPackage(LAMBDA).and().areTopLevelClasses()
        .should().implement(RequestStreamHandler.class).check(OURS);
    assertThat(OURS.that(DescribedPredicate.describe("are functions", one -> one.isAssignableTo(RequestStreamHandler.class))).stream()
            .map(JavaClass::getName).collect(Collectors.toSet()))
        .isEqualTo(Template.functions().stream().map(function -> function.properties().path("Handler").asText().split("::")[0]).collect(Collectors.toSet()));
  }

  @Test
  void everyStoreIsOneOfTheForums() {
    classes().that().haveSimpleNameStartingWith("Dynamo").and().resideInAPackage(LAMBDA)
        .should(be(DescribedPredicate.<JavaClass>describe("an implementation of an interface of ours",
            store -> store.getAllRawInterfaces().stream().anyMatch(one -> one.getName().startsWith("org.hearth.")))))
        .check(OURS);
  }

  @Test
  void jsonAndHttpStayAtTheDoor() {
    noClasses().that().resideInAPackage(FORUM).or().resideInAPackage("org.hearth.lambda.dynamo")
        .should().dependOnClassesThat().resideInAPackage("org.hearth.lambda.http").check(OURS);
    noClasses().that(resideInAPackage(LAMBDA).and(not(resideInAPackage("org.hearth.lambda.json"))))
        .should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson..").check(OURS);
  }

  @Test
  void nothingIsPrintedAndNoDateIsOfTheOldKind() {
    noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err").check(OURS);
    noClasses().should().callMethodWhere(DescribedPredicate.describe("print a stack trace", call -> call.getTarget().getName().equals("printStackTrace")))
        .check(OURS);
    // Tokens is given them by the library that reads tokens; the one that writes feeds wants them of Feeds.
    noClasses().that().doNotHaveSimpleName("Tokens").and().doNotHaveSimpleName("Feeds").should().dependOnClassesThat().haveNameMatching("java\\.util\\.(Date|Calendar|TimeZone)|java\\.text\\.SimpleDateFormat").check(OURS);
  }

  // NotificationFunction has one sentence of our own to say, which an alarm counts.
  @Test
  void onlyFaultsLogs() {
    noClasses().that().resideInAPackage("org.hearth..").and().doNotHaveSimpleName("Faults").and().doNotHaveSimpleName("NotificationFunction")
        .should().callMethodWhere(DescribedPredicate.describe("log", call -> call.getTargetOwner().getName().equals("java.util.logging.Logger")
            && !call.getTarget().getName().equals("getLogger")))
        .check(OURS);
  }

  @Test
  void nothingWaitsByTheClockButTheAttempts() {
    noClasses().that().doNotHaveFullyQualifiedName("org.hearth.forum.Attempts").should().callMethod(Thread.class, "sleep", long.class).check(OURS);
    noMethods().should().haveModifier(JavaModifier.SYNCHRONIZED).check(OURS);
  }
}
