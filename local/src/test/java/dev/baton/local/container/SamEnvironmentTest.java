package dev.baton.local.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.Template;
import dev.baton.local.template.TemplateReader;
import dev.baton.local.template.TemplateSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code sam-local.json} leads functions to a local stack at its usual ports. */
final class SamEnvironmentTest {
  private static final String AWS = "http://host.docker.internal:8090";
  private static final String ADDRESS =
      "(http|ws)://(host\\.docker\\.internal:8090|localhost:8080|127\\.0\\.0\\.1:808[03]).*";

  private final Template template = template();

  @Test
  void everyAddressThatTheStackWouldTellIsInTheFile() throws IOException {
    Map<String, String> addresses = new TreeMap<>();
    template.functions().stream()
        .flatMap(function -> function.environment().entrySet().stream())
        .filter(variable -> variable.getValue().matches(ADDRESS))
        .forEach(variable -> addresses.put(variable.getKey(), variable.getValue()));

    assertThat(addresses).hasSizeGreaterThanOrEqualTo(4).containsEntry("AWS_ENDPOINT_URL", AWS);
    assertThat(file()).containsAllEntriesOf(addresses);
  }

  /** SAM CLI knows no aliases and would give the function a name that nobody has. */
  @Test
  void everyFunctionThatIsCalledIsInTheFileByItsAlias() throws IOException {
    JsonNode file = read();

    assertThat(template.functions())
        .allSatisfy(function ->
            assertThat(function.environment().entrySet())
                .filteredOn(variable -> variable.getValue().contains(":function:"))
                .allSatisfy(variable -> {
                  String all = file.path("Parameters").path(variable.getKey()).asText();
                  JsonNode own = file.path(function.logicalId()).path(variable.getKey());
                  assertThat(own.asText(all)).isEqualTo(variable.getValue()).contains(":live");
                }));
  }

  /** SAM CLI gives a function no other. */
  @Test
  void everyNameIsOneOfTheTemplate() throws IOException {
    Set<String> names =
        template.functions().stream()
            .flatMap(function -> function.environment().keySet().stream())
            .collect(Collectors.toSet());

    assertThat(names).containsAll(file().keySet());
  }

  private static Map<String, String> file() throws IOException {
    return read().path("Parameters").properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText()));
  }

  private static JsonNode read() throws IOException {
    return Objects.requireNonNull(Jsons.parse(Files.readString(Path.of("..", "sam-local.json"))));
  }

  private static Template template() {
    return TemplateReader.read(
        new TemplateSource(
            Path.of("..", "template.yaml"),
            Map.of("FacebookAppId", "555000111", "AwsEndpoint", AWS),
            AwsPlace.LOCAL,
            AWS,
            "http://127.0.0.1:8080",
            function -> "http://127.0.0.1:8083"));
  }
}
