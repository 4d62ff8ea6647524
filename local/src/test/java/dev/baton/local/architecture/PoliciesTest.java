package dev.baton.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may do what, beyond that everything is named: {@code TemplateTest} has that. */
final class PoliciesTest {
  private static final Pattern SECRET =
      Pattern.compile("arn:.*:secretsmanager:.*:secret:\\$\\{([A-Za-z]+)}-\\?{6}");

  private final TemplateFile template = TemplateFile.of(Repository.here());

  @Test
  void everyPolicyIsWrittenOut() {
    assertThat(template.functions())
        .allSatisfy(function -> {
          assertThat(function.properties().path("Role").isMissingNode()).isTrue();
          assertThat(DeployedFunction.elements(function.properties().path("Policies")))
              .allMatch(policy -> policy.has("Statement"));
        });
    assertThat(template.resources("AWS::IAM::Role"))
        .allMatch(role -> role.path("ManagedPolicyArns").isMissingNode());
  }

  @Test
  void nothingIsAllowedByLeavingItOut() {
    assertThat(statements())
        .isNotEmpty()
        .noneMatch(statement -> statement.has("NotAction") || statement.has("NotResource"));
  }

  @Test
  void everyRightToATableNamesTheKeysThatItIsFor() {
    assertThat(statements().filter(each -> each.path("Action").toString().contains("dynamodb:")))
        .isNotEmpty()
        .allSatisfy(statement -> {
          JsonNode keys = statement.at("/Condition/ForAllValues:StringLike/dynamodb:LeadingKeys");
          assertThat(DeployedFunction.elements(keys).map(JsonNode::asText))
              .as(statement.toString())
              .isNotEmpty()
              .doesNotContain("*");
        });
  }

  @Test
  void theSchedulerMayFireTimersAndKeepWhatFailedAndNothingElse() {
    Set<String> timers =
        template.functions().stream()
            .map(DeployedFunction::id)
            .filter(id -> id.endsWith("TimeoutFunction"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(template.resources("AWS::IAM::Role")).hasSize(1);
    assertThat(targets(template.roleStatements(), "lambda:InvokeFunction")).isEqualTo(timers);
    assertThat(targets(template.roleStatements(), "sqs:SendMessage"))
        .containsExactly("TimerDeadLetters");
    assertThat(template.roleStatements().stream().map(each -> each.path("Action").asText()))
        .containsOnly("lambda:InvokeFunction", "sqs:SendMessage");
  }

  @Test
  void timersAreSetForFunctionsThatTheSchedulerMayInvoke() {
    Set<String> timers = targets(template.roleStatements(), "lambda:InvokeFunction");

    assertThat(template.functions())
        .filteredOn(function -> function.ownVariables().contains("TIMEOUT_FUNCTION_ARN"))
        .isNotEmpty()
        .allMatch(function -> timers.contains(named(variable(function, "TIMEOUT_FUNCTION_ARN"))));
  }

  @Test
  void onlyTheSchedulerIsGivenARole() {
    assertThat(statements().filter(statement -> allows(statement, "iam:PassRole")))
        .isNotEmpty()
        .allSatisfy(statement -> {
          assertThat(named(statement.path("Resource"))).isEqualTo("SchedulerRole");
          assertThat(statement.at("/Condition/StringEquals/iam:PassedToService").asText())
              .isEqualTo("scheduler.amazonaws.com");
        });
  }

  @Test
  void aSecretIsReadByWhomItIsNamedTo() {
    assertThat(template.functions())
        .allSatisfy(function ->
            assertThat(secrets(function))
                .isEqualTo(
                    function.ownVariables().stream()
                        .filter(name -> name.endsWith("_SECRET_ID"))
                        .map(name -> variable(function, name).path("Ref").asText())
                        .collect(Collectors.toCollection(TreeSet::new))));
  }

  private Stream<JsonNode> statements() {
    return Stream.concat(
        template.roleStatements().stream(),
        template.functions().stream().flatMap(function -> function.statements().stream()));
  }

  /** The parameters that name the secrets a function may read. */
  private static Set<String> secrets(DeployedFunction function) {
    return function.statements().stream()
        .filter(statement -> statement.path("Action").toString().contains("secretsmanager:"))
        .map(PoliciesTest::secret)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String secret(JsonNode statement) {
    Matcher named = SECRET.matcher(statement.path("Resource").path("Fn::Sub").asText());
    assertThat(statement.path("Action").asText()).isEqualTo("secretsmanager:GetSecretValue");
    assertThat(named.matches()).as(statement.toString()).isTrue();
    return named.group(1);
  }

  private static JsonNode variable(DeployedFunction function, String name) {
    return function.properties().path("Environment").path("Variables").path(name);
  }

  private static Set<String> targets(List<JsonNode> statements, String action) {
    return statements.stream()
        .filter(statement -> allows(statement, action))
        .map(statement -> statement.path("Resource"))
        .flatMap(resource ->
            resource.isArray() ? DeployedFunction.elements(resource) : Stream.of(resource))
        .map(PoliciesTest::named)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean allows(JsonNode statement, String action) {
    return statement.path("Action").toString().contains('"' + action + '"');
  }

  /** The resource whose ARN it is; that of a function is its alias. */
  private static String named(JsonNode arn) {
    if (arn.has("Ref")) {
      return arn.path("Ref").asText().replaceAll("\\.Alias$", "");
    }
    JsonNode attribute = arn.path("Fn::GetAtt");
    return attribute.isArray()
        ? attribute.path(0).asText()
        : attribute.asText().replaceAll("\\.Arn$", "");
  }
}
