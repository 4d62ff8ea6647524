package dev.baton.local.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.baton.shell.log.LogSink;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who may know whom. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BoundariesTest {
  private static final String[] FUNCTIONS = {
    "dev.baton.afd..",
    "dev.baton.agent..",
    "dev.baton.chat..",
    "dev.baton.gateway..",
    "dev.baton.key..",
    "dev.baton.survey..",
    "dev.baton.websocket.."
  };

  private final JavaClasses production = ProductionClasses.read();

  @Test
  void domainsDoNotKnowEachOther() {
    for (String domain : FUNCTIONS) {
      for (String other : FUNCTIONS) {
        if (!domain.equals(other) && !isOneDomain(domain, other)) {
          noClasses()
              .that()
              .resideInAPackage(domain)
              .should()
              .dependOnClassesThat()
              .resideInAPackage(other)
              .check(production);
        }
      }
    }
  }

  /** The tools about commands stand on the gateway, and not the reverse. */
  private static boolean isOneDomain(String domain, String other) {
    return domain.equals("dev.baton.afd..") && other.equals("dev.baton.gateway..");
  }

  @Test
  void functionsOfADomainDoNotKnowEachOther() {
    List<String> packages =
        Stream.of(ProductionClasses.handlers(production), ProductionClasses.servers(production))
            .flatMap(List::stream)
            .map(JavaClass::getPackageName)
            .toList();

    assertThat(packages).isNotEmpty().doesNotHaveDuplicates();
    for (String own : packages) {
      noClasses()
          .that()
          .resideInAPackage(own)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              packages.stream().filter(other -> !other.equals(own)).toArray(String[]::new))
          .check(production);
    }
  }

  @Test
  void sharedCodeKnowsNoDomain() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.baton.core..", "dev.baton.shell..", "dev.baton.testkit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FUNCTIONS)
        .check(production);
  }

  @Test
  void nothingDeployedKnowsTheLocalStack() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.baton.local..", "dev.baton.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.baton.local..")
        .check(production);
  }

  @Test
  void functionsReachAwsThroughStoresAndWiringOnly() {
    noClasses()
        .that(
            resideInAnyPackage(FUNCTIONS)
                .and(resideInAnyPackage("..store..").negate())
                .and(simpleNameEndingWith("Wiring").negate()))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk..")
        .check(production);
  }

  /** Whatever else loads one class of it needs a zip five times as large. */
  @Test
  void onlyTheWorkersModelKnowsTheModelsSdk() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.baton.agent.work.model..", "dev.baton.local..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.anthropic..")
        .check(production);
  }

  @Test
  void onlyTheEdgeKnowsLambda() {
    noClasses()
        .that(
            resideInAnyPackage("dev.baton.shell..", "dev.baton.local..", "dev.baton.testkit..")
                .or(simpleNameEndingWith("Handler"))
                .negate())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.amazonaws..")
        .check(production);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("dev.baton.(**)").should().beFreeOfCycles().check(production);
  }

  @Test
  void nobodyWritesToTheConsole() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
        .because("functions log through shell.log and the local stack through its console")
        .check(production.that(resideInAnyPackage("dev.baton.local..").negate()));
  }

  /**
   * Two processes restored from one snapshot would go on with the same numbers. The stream server
   * is never one.
   */
  @Test
  void whatIsDeployedTakesItsChanceFromTheMachine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.baton.local..", "dev.baton.bench..", "dev.baton.agent.stream..")
        .should()
        .callMethod(ThreadLocalRandom.class, "current")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(Random.class)
        .orShould()
        .callConstructor(SplittableRandom.class)
        .check(production);
  }

  /**
   * A twin that rehearses must reach nobody. The server has no twin; that of the worker finds no
   * run and so never calls the model, whose own SDK makes its client.
   */
  @Test
  void whatReachesOutIsMadeWhereRehearsalsAreKnown() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.baton.local..",
            "dev.baton.bench..",
            "dev.baton.agent.stream..",
            "dev.baton.shell.http..",
            "dev.baton.shell.config..")
        .should()
        .callMethod(HttpClient.class, "newBuilder")
        .orShould()
        .callMethod(HttpClient.class, "newHttpClient")
        .orShould()
        .callMethod(LogSink.class, "ofFunction")
        .check(production);
  }

  @Test
  void onlySettingsReadTheEnvironment() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.baton.shell.config..", "dev.baton.local..")
        .should()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getenv")
        .check(production);
  }
}
