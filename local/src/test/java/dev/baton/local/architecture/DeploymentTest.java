package dev.baton.local.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.template.TemplateYaml;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How stages differ, and what is kept of those who call. */
final class DeploymentTest {
  private static final Pattern SECTION =
      Pattern.compile("(?ms)^\\[(\\w+)\\.deploy\\.parameters]\\n(.*?)(?=^\\[|\\z)");
  private static final Pattern VALUE = Pattern.compile("\"(\\w+)=([^\"]*)\"");
  private static final Pattern CONTEXT = Pattern.compile("\\$context\\.([A-Za-z_.]+)");

  /** Neither a path, a query nor a header: sockets bring their tokens in the query. */
  private static final Set<String> LOGGED =
      Set.of(
          "requestId",
          "identity.sourceIp",
          "authorizer.key_id",
          "routeKey",
          "connectionId",
          "status",
          "responseLatency",
          "integrationLatency",
          "integrationErrorMessage");

  private final Repository repository = Repository.here();
  private final TemplateFile template = TemplateFile.of(repository);

  @Test
  void stagesHaveSettingsOfTheTemplate() {
    List<String> known = texts(template.parameter("Stage").path("AllowedValues"));

    assertThat(stages().keySet()).containsExactlyInAnyOrder("default", "staging", "production");
    assertThat(stages())
        .allSatisfy((stage, settings) -> {
          assertThat(settings.keySet()).noneMatch(name -> template.parameter(name).isEmpty());
          assertThat(settings.getOrDefault("Stage", "development")).isIn(known);
          assertThat(settings.getOrDefault("Stage", "default")).isEqualTo(stage);
        });
  }

  @Test
  void theWorkflowDeploysEveryStageThatIsShared() {
    JsonNode workflow = TemplateYaml.read(repository.text(".github/workflows/deploy.yml"));

    assertThat(texts(workflow.at("/on/workflow_dispatch/inputs/stage/options")))
        .containsExactlyInAnyOrderElementsOf(
            stages().keySet().stream().filter(stage -> !stage.equals("default")).toList());
  }

  @Test
  void theWorkflowVerifiesWithWhatTheBuildServerRuns() {
    JsonNode steps =
        TemplateYaml.read(repository.text(".github/workflows/verify.yml")).at("/jobs/verify/steps");

    assertThat(DeployedFunction.elements(steps).map(step -> step.path("run").asText()))
        .contains(".ci/run");
  }

  @Test
  void tablesAndDeadLettersOutliveTheirStack() {
    assertThat(template.tree().path("Resources"))
        .filteredOn(resource ->
            Set.of("AWS::DynamoDB::Table", "AWS::SQS::Queue")
                .contains(resource.path("Type").asText()))
        .hasSizeGreaterThanOrEqualTo(7)
        .allSatisfy(resource -> {
          assertThat(resource.path("DeletionPolicy").asText()).isEqualTo("RetainExceptOnCreate");
          assertThat(resource.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
        });
  }

  @Test
  void everyTableIsProtectedInProduction() {
    assertThat(template.resources("AWS::DynamoDB::Table"))
        .allSatisfy(table -> {
          assertThat(table.path("DeletionProtectionEnabled").toString()).contains("IsProduction");
          assertThat(table.path("PointInTimeRecoverySpecification").toString())
              .contains("KeepsBackups");
          assertThat(table.at("/SSESpecification/SSEEnabled").asBoolean()).isTrue();
        });
  }

  @Test
  void accessLogsHoldNoSecrets() {
    List<String> formats =
        Stream.of("AWS::Serverless::HttpApi", "AWS::ApiGatewayV2::Stage")
            .flatMap(template::resources)
            .map(properties -> properties.path("AccessLogSettings").path("Format").asText())
            .toList();

    assertThat(formats).hasSize(2).allMatch(format -> format.contains("$context.requestId"));
    assertThat(formats.stream().flatMap(format -> CONTEXT.matcher(format).results()))
        .extracting(MatchResult::group)
        .allMatch(variable -> LOGGED.contains(variable.substring("$context.".length())));
  }

  @Test
  void noStageWritesWholeRequests() {
    assertThat(repository.text("template.yaml")).doesNotContain("DataTraceEnabled", "LoggingLevel");
  }

  /**
   * SAM makes a new version when the text of a function differs, in which a parameter has no value.
   */
  @Test
  void anotherValueOfAParameterIsAnotherVersion() throws Exception {
    Map<String, String> defaults = new TreeMap<>();
    template
        .parameters()
        .forEach(parameter ->
            defaults.put(parameter.getKey(), parameter.getValue().path("Default").asText()));
    String values = defaults + "\n" + new TreeMap<>(stages());
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(values.getBytes(UTF_8));

    assertThat(template.variables())
        .filteredOn(variable -> variable.getKey().equals("BATON_PARAMETERS"))
        .singleElement()
        .extracting(variable -> variable.getValue().asText())
        .as("BATON_PARAMETERS in template.yaml")
        .isEqualTo(HexFormat.of().formatHex(digest, 0, 4));
  }

  /** The sections of samconfig.toml that deploy, with the parameters that they set. */
  private Map<String, Map<String, String>> stages() {
    Map<String, Map<String, String>> stages = new LinkedHashMap<>();
    SECTION
        .matcher(repository.text("samconfig.toml"))
        .results()
        .forEach(section -> {
          Map<String, String> settings = new LinkedHashMap<>();
          VALUE
              .matcher(section.group(2))
              .results()
              .forEach(value -> settings.put(value.group(1), value.group(2)));
          stages.put(section.group(1), settings);
        });
    return stages;
  }

  private static List<String> texts(JsonNode list) {
    return DeployedFunction.elements(list).map(JsonNode::asText).toList();
  }
}
