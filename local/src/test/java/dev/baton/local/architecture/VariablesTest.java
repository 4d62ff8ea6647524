package dev.baton.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.core.session.SessionLimits;
import dev.baton.shell.config.Settings;
import dev.baton.shell.session.SessionSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A variable that is read is set by the template, and one that is set is read. What is a limit is a
 * parameter.
 */
final class VariablesTest {
  private static final Pattern READ =
      Pattern.compile(
          "\\.\\s*(?:required|optional|text|textOrEmpty|integer|duration)\\(\\s*\"([A-Z][A-Z0-9_]+)\"");

  /** Read by the adapter and by what starts a server; {@code ServersTest} says which and how. */
  private static final Pattern OF_SERVERS = Pattern.compile("AWS_L.*|BATON_SERVER");

  /** Read by the SDK, and by nobody: the second is there to differ. */
  private static final Set<String> NOT_OURS = Set.of("AWS_ENDPOINT_URL", "BATON_PARAMETERS");

  private static final Pattern LIMIT =
      Pattern.compile("BATON_(SESSION_.*|WS_AUTH_DEADLINE|WS_HANDOVER|CHAT_.*)");

  private final Repository repository = Repository.here();
  private final TemplateFile template = TemplateFile.of(repository);

  @Test
  void variablesReadAreTheVariablesSet() {
    Set<String> set = new TreeSet<>();
    template.functions().forEach(function -> set.addAll(function.variables()));
    set.removeIf(OF_SERVERS.asMatchPredicate());
    set.removeAll(NOT_OURS);

    assertThat(read()).containsExactlyInAnyOrderElementsOf(set);
  }

  @Test
  void limitsOfSessionsSocketsAndRoomsAreParametersThatSayWhatTheyAre() {
    Map<String, JsonNode> limits = new TreeMap<>();
    template
        .variables()
        .filter(variable -> LIMIT.matcher(variable.getKey()).matches())
        .forEach(variable -> limits.put(variable.getKey(), variable.getValue()));

    assertThat(limits).hasSizeGreaterThanOrEqualTo(17);
    assertThat(limits)
        .allSatisfy((name, value) -> {
          JsonNode parameter = template.parameter(value.path("Ref").asText());
          assertThat(parameter.path("Description").asText()).as(name).endsWith(".");
          assertThat(parameter.path("Default").asText()).as(name).isNotEmpty();
        });
  }

  @Test
  void limitsWithoutSettingsAreThoseOfTheTemplate() {
    Map<String, String> defaults = new HashMap<>();
    template
        .variables()
        .filter(variable -> LIMIT.matcher(variable.getKey()).matches())
        .forEach(variable ->
            defaults.put(
                variable.getKey(),
                template
                    .parameter(variable.getValue().path("Ref").asText())
                    .path("Default")
                    .asText()));

    assertThat(SessionSettings.limits(Settings.of(defaults::get)))
        .isEqualTo(SessionLimits.DEFAULTS);
  }

  @Test
  void noFunctionRepeatsAVariableOfAll() {
    assertThat(template.functions())
        .allSatisfy(function ->
            assertThat(function.ownVariables()).doesNotContainAnyElementsOf(function.shared()));
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
