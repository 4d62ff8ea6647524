package dev.baton.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the operations guide names is there, and what is written and watched is in the guide. */
final class OperationsTest {
  private static final Pattern NUMBERS = Pattern.compile("(?s)## 5\\..*?(?=## 6\\.)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.*) \\| (.*) \\| (.*) \\|$");
  private static final Pattern METRIC = Pattern.compile("`([a-z_]+)(?:<[a-z]+>)?`");
  private static final Pattern MENTIONED = Pattern.compile("metric ((?:`[a-z_]+`(?:, )?)+)");
  private static final Pattern WRITTEN =
      Pattern.compile("(?:metrics\\.[a-z]+|turn\\.count)\\(\\s*\"([a-z_]+)\"");
  private static final Pattern QUERIED = Pattern.compile("event = \"([a-z_]+)\"");

  private final Repository repository = Repository.here();
  private final String guide = repository.text("docs/operations.md");
  private final TemplateFile template = TemplateFile.of(repository);
  private final String code = repository.productionCode();

  /** A row of the numbers to watch; a name that ends with an underscore has a family behind it. */
  private record Row(Set<String> metrics, String alarm) {}

  @Test
  void everyNumberOfTheGuideIsWritten() {
    assertThat(metricsOfTheGuide())
        .isNotEmpty()
        .allMatch(name -> isInCode(name) || template.filteredMetrics().contains(name));
  }

  @Test
  void everyNumberThatIsWrittenIsInTheGuide() {
    assertThat(found(WRITTEN, code)).isNotEmpty().allMatch(this::isInTheGuide);
  }

  @Test
  void everyNumberThatIsMentionedIsInTheGuide() {
    Set<String> mentioned =
        found(MENTIONED, guide).stream()
            .flatMap(names -> found(METRIC, names).stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(mentioned).isNotEmpty().allMatch(this::isInTheGuide);
  }

  @Test
  void alarmsOfTheGuideAreTheAlarmsOfTheTemplate() {
    Set<String> alarmed =
        rows()
            .filter(row -> row.alarm().matches("(more than|p99) .*"))
            .flatMap(row -> row.metrics().stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(alarmed).containsExactlyInAnyOrderElementsOf(template.watchedMetrics());
  }

  @Test
  void everyLogLineThatIsSearchedForIsWritten() {
    assertThat(found(QUERIED, guide)).isNotEmpty().allMatch(this::isInCode);
  }

  private boolean isInCode(String name) {
    return code.contains('"' + name + '"');
  }

  private boolean isInTheGuide(String name) {
    return metricsOfTheGuide().stream()
        .anyMatch(known -> known.endsWith("_") ? name.startsWith(known) : name.equals(known));
  }

  private List<String> metricsOfTheGuide() {
    return rows().flatMap(row -> row.metrics().stream()).toList();
  }

  private Stream<Row> rows() {
    return NUMBERS
        .matcher(guide)
        .results()
        .flatMap(numbers -> ROW.matcher(numbers.group()).results())
        .map(row -> new Row(found(METRIC, row.group(1).replaceAll(" by .*", "")), row.group(3)));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
