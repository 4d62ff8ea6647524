package dev.baton.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is deployed is what is written, under the same name everywhere. */
final class TemplateTest {
  private static final Set<String> STAR_ALLOWED =
      Set.of(
          "schedule/${Timers}/*",
          "${WebSocketApi}/live/POST/@connections/*",
          "${WebSocketApi}/live/GET/@connections/*",
          "${WebSocketApi}/live/DELETE/@connections/*",
          "function:${AWS::StackName}-AgentWorkFunction-*:live");

  private final Repository repository = Repository.here();
  private final TemplateFile template = TemplateFile.of(repository);
  private final List<DeployedFunction> functions = template.functions();

  @Test
  void everyHandlerAndEveryServerIsDeployedOnce() {
    List<JavaClass> servers = ProductionClasses.servers(ProductionClasses.read());

    assertThat(functions)
        .extracting(DeployedFunction::implementation)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(handlers(), servers).flatMap(List::stream).map(JavaClass::getName).toList());
  }

  @Test
  void handlersAreFinalAndMadeWithoutArguments() {
    assertThat(handlers())
        .allSatisfy(handler -> {
          assertThat(handler.getModifiers()).contains(JavaModifier.FINAL, JavaModifier.PUBLIC);
          assertThat(handler.getConstructor().getModifiers()).contains(JavaModifier.PUBLIC);
          assertThat(
                  handler.isAssignableTo(
                      "com.amazonaws.services.lambda.runtime.RequestStreamHandler"))
              .isTrue();
        });
  }

  @Test
  void namesAgreeInFiveSpellings() {
    assertThat(functions)
        .allSatisfy(function -> {
          assertThat(function.id()).endsWith("Function");
          assertThat(function.implementation())
              .isEqualTo(
                  function.packageName()
                      + "."
                      + function.base()
                      + (function.isServer() ? "Server" : "Handler"));
          assertThat(function.zip())
              .isEqualTo("functions/" + function.module() + "/target/" + zip(function));
        });
  }

  /** Only the worker needs the model's SDK. */
  private static String zip(DeployedFunction function) {
    return function.kebab().equals("agent-work") ? "worker.zip" : "lambda.zip";
  }

  @Test
  void everyFunctionHasAnEventFileNamedLikeIt() {
    assertThat(repository.namesIn("events", ".json"))
        .containsExactlyInAnyOrderElementsOf(
            functions.stream().map(DeployedFunction::kebab).toList());
  }

  @Test
  void commandsArePostedUnderTheirName() {
    assertThat(functions.stream().filter(DeployedFunction::isCommand))
        .isNotEmpty()
        .allSatisfy(function ->
            assertThat(function.httpEvents())
                .filteredOn(event -> event.path("Path").asText().startsWith("/commands/"))
                .singleElement()
                .satisfies(event -> {
                  assertThat(event.path("Method").asText()).isEqualTo("POST");
                  assertThat(event.path("Path").asText())
                      .isEqualTo("/commands/" + function.kebab());
                  assertThat(event.path("Auth").isMissingNode()).isTrue();
                }));
  }

  /** The gateway's tools are its own, so they may be surfaces too. */
  @Test
  void onlyTheGatewayHasASecondRoute() {
    assertThat(functions.stream().filter(DeployedFunction::isCommand))
        .filteredOn(function -> function.httpEvents().count() > 1)
        .extracting(DeployedFunction::module)
        .containsOnly("gateway");
  }

  @Test
  void onlyTheSignedWebhookAndHealthAreOpenToEverybody() {
    assertThat(functions)
        .filteredOn(function ->
            function
                .httpEvents()
                .anyMatch(event -> event.path("Auth").path("Authorizer").asText().equals("NONE")))
        .extracting(DeployedFunction::id)
        .containsExactlyInAnyOrder("SurveyWebhookFunction", "GatewayHealthFunction");
  }

  @Test
  void policiesNameActionsAndResources() {
    Stream<JsonNode> statements =
        Stream.concat(
            template.roleStatements().stream(),
            functions.stream().flatMap(function -> function.statements().stream()));

    assertThat(statements)
        .isNotEmpty()
        .allSatisfy(statement -> {
          assertThat(texts(statement.path("Action")))
              .isNotEmpty()
              .allMatch(action -> action.matches("[a-z0-9-]+:[A-Za-z0-9]+"));
          assertThat(texts(statement.path("Resource")))
              .isNotEmpty()
              .noneMatch(TemplateTest::isOpenEnded);
        });
  }

  @Test
  void aTableIsAllowedExactlyWhereItIsNamed() {
    assertThat(functions)
        .allSatisfy(function -> {
          String resources =
              function.statements().stream()
                  .map(s -> s.path("Resource").toString())
                  .toList()
                  .toString();
          assertThat(resources.contains("SurveysTable"))
              .isEqualTo(function.variables().contains("SURVEYS_TABLE"));
          assertThat(resources.contains("SessionsTable"))
              .isEqualTo(function.variables().contains("SESSIONS_TABLE"));
        });
  }

  @Test
  void theErrorsOfEveryFunctionHaveAnAlarm() {
    List<List<String>> watched = template.watchedFunctions();

    // An alarm takes ten metrics.
    assertThat(watched).allMatch(functionsOfOne -> functionsOfOne.size() <= 10);
    assertThat(watched.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(functions.stream().map(DeployedFunction::id).toList());
  }

  private static boolean isOpenEnded(String resource) {
    return resource.contains("*") && STAR_ALLOWED.stream().noneMatch(resource::endsWith);
  }

  /** A text, a list of texts, or the texts inside an intrinsic function. */
  private static List<String> texts(JsonNode node) {
    return node.isValueNode()
        ? List.of(node.asText())
        : DeployedFunction.elements(node).flatMap(part -> texts(part).stream()).toList();
  }

  private static List<JavaClass> handlers() {
    return ProductionClasses.handlers(ProductionClasses.read());
  }
}
