package dev.baton.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README tells a newcomer is so. */
final class ReadmeTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([^|]+) \\| .*\\[event]\\(.*$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final List<String> PAGES =
      List.of(
          "README.md",
          "CONTRIBUTING.md",
          "SECURITY.md",
          "docs/operations.md",
          "docs/deploy.md",
          "docs/limits.md",
          "docs/cost.md",
          "docs/domains.md");

  private final Repository repository = Repository.here();

  @Test
  void tableOfFunctionsEqualsTheTemplate() {
    Map<String, String> deployed = new TreeMap<>();
    TemplateFile.of(repository)
        .functions()
        .forEach(f -> deployed.put(f.kebab(), f.properties().path("Description").asText()));

    assertThat(table()).isEqualTo(deployed);
  }

  @Test
  void everyLinkLeadsSomewhere() {
    for (String page : PAGES) {
      assertThat(links(page))
          .as(page)
          .allMatch(link -> Files.exists(repository.file(page).resolveSibling(link)));
    }
  }

  private Map<String, String> table() {
    Map<String, String> rows = new TreeMap<>();
    ROW.matcher(repository.text("README.md"))
        .results()
        .forEach(row -> rows.put(row.group(1), row.group(2)));
    return rows;
  }

  private List<String> links(String page) {
    return LINK.matcher(repository.text(page)).results().map(ReadmeTest::target).toList();
  }

  private static String target(MatchResult link) {
    return link.group(1);
  }
}
