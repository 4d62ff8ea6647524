package dev.baton.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemplateReaderTest {
  private static final Path TOY = Path.of("src/test/resources/local/toy.yaml");
  private static final Path REAL = Path.of("../template.yaml");

  @TempDir Path directory;

  @Test
  void functionsHaveTheirResolvedEnvironment() {
    FunctionDefinition write = function(read(TOY, Map.of("Stage", "test")), "WriteFunction");

    assertThat(write.environment())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("STAGE", "test", "ITEMS_TABLE", "ItemsTable", "TARGET", "write"));
    assertThat(write.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(write.handler()).isEqualTo("dev.baton.local.toy.ToyWriteHandler");
  }

  @Test
  void routesHaveTheirAuthorizer() {
    HttpApiDefinition api = read(TOY, Map.of()).api();

    assertThat(api.routes())
        .extracting(RouteDefinition::key, RouteDefinition::authorizer)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ANY /open/{name}", null),
            org.assertj.core.groups.Tuple.tuple("POST /guarded", "Key"),
            org.assertj.core.groups.Tuple.tuple("$default", null),
            org.assertj.core.groups.Tuple.tuple("POST /items", null));
    assertThat(api.authorizers().values())
        .containsExactly(
            new AuthorizerDefinition(
                "Key", "AuthorizeFunction", List.of("authorization"), Duration.ofMinutes(1)));
  }

  @Test
  void streamMappingsAreComplete() {
    StreamMapping mapping = read(TOY, Map.of()).mappings().getFirst();

    assertThat(mapping.functionName()).isEqualTo("CopyFunction");
    assertThat(mapping.tableName()).isEqualTo("ItemsTable");
    assertThat(mapping.batchSize()).isEqualTo(10);
    assertThat(mapping.bisects()).isTrue();
    assertThat(mapping.reportsItemFailures()).isTrue();
    assertThat(mapping.maximumRetryAttempts()).isEqualTo(2);
    assertThat(mapping.onFailureQueueArn())
        .isEqualTo("arn:aws:sqs:eu-central-1:000000000000:DeadLetters");
    assertThat(mapping.filters()).hasSize(1);
  }

  @Test
  void theSocketApiHasItsRoutes() {
    SocketApiDefinition api = Objects.requireNonNull(read(TOY, Map.of()).sockets());

    assertThat(api.id()).isEqualTo("socketapi");
    assertThat(api.stage()).isEqualTo("live");
    assertThat(api.selection()).containsExactly("action");
    assertThat(api.routes().values())
        .containsExactly(
            new SocketRoute("$connect", "SocketFunction", false),
            new SocketRoute("$default", "SocketFunction", false),
            new SocketRoute("say", "SocketFunction", true));
  }

  @Test
  void addressesOfApisAreThoseOfThisMachine() {
    assertThat(function(read(TOY, Map.of()), "SocketFunction").environment())
        .containsEntry("MANAGEMENT", "http://aws/live")
        .containsEntry("ENDPOINT", "ws://localhost:8080/live")
        .containsEntry("ENDPOINT_TOO", "ws://localhost:8080")
        .containsEntry("HTTP_ENDPOINT", "http://127.0.0.1:8080/open");
  }

  @Test
  void listsAmongParametersAreLists() {
    Template usual = read(TOY, Map.of());
    assertThat(Objects.requireNonNull(usual.api().cors()).allowOrigins())
        .containsExactly("https://console.example.org", "https://second.example.org");

    Template given = read(TOY, Map.of("AllowedOrigins", "http://a,http://b"));
    assertThat(Objects.requireNonNull(given.api().cors()).allowOrigins())
        .containsExactly("http://a", "http://b");
    assertThat(function(given, "SocketFunction").environment())
        .containsEntry("ORIGINS", "http://a,http://b");
  }

  @Test
  void namesAreMadeAndConditionsHeld() {
    assertThat(read(TOY, Map.of()).queues())
        .extracting(QueueDefinition::name)
        .containsExactly("baton-copies", "DeadLetters");
    assertThat(read(TOY, Map.of("Colour", "blue")).queues())
        .extracting(QueueDefinition::name)
        .containsExactly("baton-copies", "DeadLetters", "NeverMade");
    assertThat(read(TOY, Map.of()).scheduleGroups()).containsExactly("baton-timers");
  }

  @Test
  void theRealTemplateIsUnderstood() {
    Template template = read(REAL, Map.of());

    assertThat(template.functions()).hasSizeGreaterThan(10);
    assertThat(template.tables()).extracting(TableDefinition::name).contains("SurveysTable");
    assertThat(template.mappings()).isNotEmpty();
    assertThat(template.functions())
        .filteredOn(function -> function.async().onFailureQueueArn() == null)
        .extracting(FunctionDefinition::logicalId)
        .doesNotContain("SurveyDeliverFunction", "SurveyTimeoutFunction");
  }

  @Test
  void whateverCallsAFunctionNamesItsAlias() {
    Template template = read(REAL, Map.of());
    assertThat(template.functions()).allMatch(function -> function.alias().equals("live"));
    assertThat(
            Stream.of(
                    template.api().routes().stream().map(RouteDefinition::functionName),
                    template.api().authorizers().values().stream()
                        .map(AuthorizerDefinition::functionName),
                    Objects.requireNonNull(template.sockets()).routes().values().stream()
                        .map(SocketRoute::functionName),
                    template.mappings().stream().map(StreamMapping::functionName))
                .flatMap(all -> all))
        .hasSizeGreaterThan(60)
        .allMatch(called -> called.endsWith("Function:live"));
    String work = "arn:aws:lambda:eu-central-1:000000000000:function:AgentWorkFunction:live";
    assertThat(function(template, "AgentStartFunction").environment())
        .containsEntry("AGENT_WORK_FUNCTION", work);
    assertThat(Objects.requireNonNull(template.policies().get("AgentWorkFunction")))
        .filteredOn(statement -> statement.actions().contains("lambda:InvokeFunction"))
        .singleElement()
        .extracting(PolicyStatement::resources)
        .isEqualTo(List.of(work));
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    assertThatThrownBy(() -> read(template("Value: !Ref Nowhere"), Map.of()))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("Nowhere");
    assertThatThrownBy(() -> read(template("Value: !GetAtt ItemsTable.Colour"), Map.of()))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("ItemsTable.Colour");
    assertThatThrownBy(() -> read(template("Value: !Ref AFunction.Alias"), Map.of()))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("AutoPublishAlias");
    assertThatThrownBy(() -> read(template("Value: !ImportValue other"), Map.of()))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("Fn::ImportValue");
    assertThatThrownBy(() -> read(directory.resolve("none.yaml"), Map.of()))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("none.yaml");
  }

  private Path template(String variable) throws Exception {
    return Files.writeString(
        directory.resolve("template.yaml"),
        """
        Resources:
          ItemsTable:
            Type: AWS::DynamoDB::Table
          AFunction:
            Type: AWS::Serverless::Function
            Properties:
              Handler: a.B
              Environment:
                Variables:
                  %s
        """
            .formatted(variable));
  }

  private static Template read(Path file, Map<String, String> parameters) {
    Map<String, String> all = new java.util.HashMap<>(parameters);
    all.put("FacebookAppId", "1");
    return TemplateReader.read(
        new TemplateSource(
            file,
            all,
            AwsPlace.LOCAL,
            "http://aws",
            "http://127.0.0.1:8080",
            function -> "http://" + function));
  }

  private static FunctionDefinition function(Template template, String logicalId) {
    return template.functions().stream()
        .filter(function -> function.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow();
  }
}
