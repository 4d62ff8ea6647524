package dev.baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the statements that a function's policies consist of. */
final class PolicyReader {
  /** CloudFormation puts the stack's name before a function's and random letters behind it. */
  private static final String DEPLOYED_FUNCTION = "(:function:)%s-([A-Za-z0-9]+)-\\*(:\\w+)?$";

  private PolicyReader() {}

  /**
   * The statements of policies whose intrinsics are resolved.
   *
   * @throws TemplateException when one is not written out or does more than allow
   */
  static List<PolicyStatement> statements(JsonNode policies, AwsPlace place) {
    List<PolicyStatement> statements = new ArrayList<>();
    for (JsonNode policy : policies) {
      if (!policy.has("Statement")) {
        throw new TemplateException("The local stack knows no policy template: " + policy);
      }
      policy.path("Statement").forEach(one -> statements.add(statement(one, place)));
    }
    return statements;
  }

  private static PolicyStatement statement(JsonNode statement, AwsPlace place) {
    if (!statement.path("Effect").asText().equals("Allow")
        || !statement.has("Action")
        || !statement.has("Resource")) {
      throw new TemplateException("A policy may only allow actions on resources: " + statement);
    }
    String deployed = DEPLOYED_FUNCTION.formatted(Pattern.quote(place.stack()));
    return new PolicyStatement(
        texts(statement.path("Action")),
        texts(statement.path("Resource")).stream()
            .map(resource -> resource.replaceAll(deployed, "$1$2$3"))
            .toList(),
        conditions(statement.path("Condition")));
  }

  private static Map<String, Map<String, List<String>>> conditions(JsonNode node) {
    Map<String, Map<String, List<String>>> conditions = new LinkedHashMap<>();
    node.properties()
        .forEach(operator -> {
          Map<String, List<String>> keys = new LinkedHashMap<>();
          operator.getValue().properties().forEach(k -> keys.put(k.getKey(), texts(k.getValue())));
          conditions.put(operator.getKey(), keys);
        });
    return conditions;
  }

  private static List<String> texts(JsonNode oneOrMany) {
    List<String> texts = new ArrayList<>();
    if (oneOrMany.isArray()) {
      oneOrMany.forEach(each -> texts.add(each.asText()));
    } else {
      texts.add(oneOrMany.asText());
    }
    return texts;
  }
}
