package dev.baton.local.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A decision depends on its arguments alone: time, ids, chance and the world come in from outside.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CorePurityTest {
  private static final String[] CORE = {"dev.baton.core..", "dev.baton..core.."};
  private static final Set<String> PACKAGES =
      Set.of(
          "java.lang",
          "java.lang.annotation",
          "java.lang.invoke",
          "java.lang.runtime",
          "java.util",
          "java.util.function",
          "java.util.regex",
          "java.util.stream",
          "java.math",
          "java.time",
          "java.time.chrono",
          "java.time.format",
          "java.time.temporal",
          "java.time.zone",
          "java.nio.charset",
          "org.jspecify.annotations");
  private static final Set<String> TYPES =
      Set.of("java.text.Normalizer", "java.text.Normalizer$Form");
  private static final Set<String> IMPURE =
      Set.of(
          "java.lang.System",
          "java.lang.Runtime",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.Thread",
          "java.lang.ThreadLocal",
          "java.lang.ClassLoader",
          "java.time.Clock",
          "java.time.InstantSource",
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.Timer",
          "java.util.UUID");
  private static final Set<String> AMBIENT = Set.of("now", "systemDefault", "getDefault");

  private final JavaClasses production = ProductionClasses.read();

  @Test
  void coreUsesValuesOnly() {
    classes()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .onlyDependOnClassesThat(pure())
        .because(
            "the core decides; clocks, chance, files, threads and the environment stay outside")
        .check(production);
  }

  @Test
  void coreNeverAsksWhatTimeOrPlaceItIs() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .accessTargetWhere(target(ambient()))
        .because("the clock, the time zone and the locale of the machine are not arguments")
        .check(production);
  }

  private static DescribedPredicate<JavaClass> pure() {
    return describe(
        "are values of the JDK or of a core", type -> isPure(type.getBaseComponentType()));
  }

  private static boolean isPure(JavaClass type) {
    return type.isPrimitive()
        || JavaClass.Predicates.resideInAnyPackage(CORE).test(type)
        || TYPES.contains(type.getName())
        || (PACKAGES.contains(type.getPackageName()) && !IMPURE.contains(type.getName()));
  }

  private static DescribedPredicate<AccessTarget> ambient() {
    return describe(
        "the machine's time, zone or locale",
        target ->
            AMBIENT.contains(target.getName())
                && target.getOwner().getPackageName().startsWith("java."));
  }
}
