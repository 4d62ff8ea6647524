package dev.baton.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SourceRulesTest {
  private static final int LONGEST = 400;
  private static final Pattern TEST_METHOD =
      Pattern.compile("(?m)^\\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory|FuzzTest)\\b");
  private static final Pattern TEST_NAME = Pattern.compile(".*(Test|IT|E2E)\\.java");
  private static final Pattern BANNED_FOLDER =
      Pattern.compile(".*/(util|utils|common|commons|impl|service|services|manager|dto)/.*");
  private static final Pattern DOCUMENTED_TYPE =
      Pattern.compile(
          "(?m)^public (?:(?:final|sealed|non-sealed|abstract) )*(?:class|record|interface|enum|@interface) ");

  private final List<SourceFile> sources = Repository.here().sources();

  @Test
  void noFileIsLongerThanFourHundredLines() {
    assertThat(paths(source -> source.lines() > LONGEST)).isEmpty();
  }

  @Test
  void everyClassWithTestsIsNamedSoThatItRuns() {
    assertThat(
            paths(source ->
                source.isTest()
                    && TEST_METHOD.matcher(source.text()).find()
                    && !TEST_NAME.matcher(source.fileName()).matches()))
        .isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
    Set<String> described =
        sources.stream()
            .filter(SourceFile::isPackageInfo)
            .filter(source -> source.text().contains("@NullMarked"))
            .filter(source -> source.text().startsWith("/**"))
            .map(SourceFile::folder)
            .collect(Collectors.toSet());

    assertThat(paths(source -> !source.isTest() && !described.contains(source.folder()))).isEmpty();
  }

  @Test
  void noPackageIsNamedAfterNothing() {
    assertThat(paths(source -> BANNED_FOLDER.matcher(source.path()).matches())).isEmpty();
  }

  @Test
  void everyPublicTypeSaysWhatItIs() {
    assertThat(paths(source -> !source.isTest() && hasUndocumentedType(source.text()))).isEmpty();
  }

  @Test
  void noTestSleeps() {
    assertThat(
            paths(source ->
                source.isTest()
                    && !source.fileName().equals("SourceRulesTest.java")
                    && source.text().contains("Thread.sleep")))
        .isEmpty();
  }

  private List<String> paths(Predicate<SourceFile> wrong) {
    return sources.stream().filter(wrong).map(SourceFile::path).toList();
  }

  private static boolean hasUndocumentedType(String text) {
    var type = DOCUMENTED_TYPE.matcher(text);
    while (type.find()) {
      String before =
          text.substring(0, type.start()).replaceAll("(?m)^(@|//).*$", "").stripTrailing();
      if (!before.endsWith("*/")) {
        return true;
      }
    }
    return false;
  }
}
