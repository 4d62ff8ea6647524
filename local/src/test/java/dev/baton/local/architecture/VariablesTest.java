package dev.baton.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A variable that is read is set by the template, and one that is set is read. */
final class VariablesTest {
  private static final Pattern READ =
      Pattern.compile(
          "\\.\\s*(?:required|optional|text|textOrEmpty|integer|duration)\\(\\s*\"([A-Z][A-Z0-9_]+)\"");

  /** Read by the adapter and by what starts a server; {@code ServersTest} says which and how. */
  private static final Pattern OF_SERVERS = Pattern.compile("AWS_L.*|BATON_SERVER");

  private final Repository repository = Repository.here();

  @Test
  void variablesReadAreTheVariablesSet() {
    TemplateFile template = TemplateFile.of(repository);
    Set<String> set = new TreeSet<>();
    template.functions().forEach(function -> set.addAll(function.variables()));
    set.removeIf(OF_SERVERS.asMatchPredicate());

    assertThat(read()).containsExactlyInAnyOrderElementsOf(set);
  }

  private Set<String> read() {
    return repository.sources().stream()
        .filter(source -> !source.isTest())
        .filter(source -> source.path().matches("(functions|shared/shell)/.*"))
        .flatMap(source -> READ.matcher(source.text()).results())
        .map(VariablesTest::name)
        .filter(OF_SERVERS.asMatchPredicate().negate())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(MatchResult result) {
    return result.group(1);
  }
}
