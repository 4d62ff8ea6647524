package dev.baton.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Functions are called by the alias of their published version: a call by the bare name reaches the
 * newest code, which has no snapshot, and is slow without an error.
 */
final class AliasTest {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{([A-Za-z0-9]+)(\\.[A-Za-z]+)?}(:live)?");
  private static final Pattern WRITTEN_OUT =
      Pattern.compile("function:[^\"]*-([A-Za-z0-9]+Function)-\\*(:live)?");

  /** Metrics count what a function does, in whatever version. */
  private static final Set<String> BARE_IS_RIGHT =
      Set.of("AWS::CloudWatch::Alarm", "AWS::CloudWatch::Dashboard");

  private final TemplateFile template = TemplateFile.of(Repository.here());
  private final Set<String> functions =
      template.functions().stream().map(DeployedFunction::id).collect(Collectors.toSet());

  /**
   * A place in the template that names a function.
   *
   * @param where the resource or section
   * @param function its logical id
   * @param alias whether it is named with its alias
   */
  private record Mention(String where, String function, boolean alias) {}

  @Test
  void everyFunctionIsPublishedUnderOneAlias() {
    assertThat(template.functions())
        .allSatisfy(function -> {
          JsonNode all = template.withGlobals(function.properties());
          assertThat(all.path("AutoPublishAlias").asText()).isEqualTo("live");
          assertThat(all.path("AutoPublishAliasAllProperties").asBoolean()).isTrue();
        });
  }

  @Test
  void everyFunctionButServersStartsFromASnapshot() {
    assertThat(template.functions())
        .allSatisfy(function -> {
          JsonNode snapshots = template.withGlobals(function.properties()).at("/SnapStart/ApplyOn");
          assertThat(snapshots.path("Ref").asText(snapshots.asText()))
              .isEqualTo(function.isServer() ? "None" : "Snapshots");
        });
    assertThat(template.parameter("Snapshots").path("Default").asText())
        .isEqualTo("PublishedVersions");
  }

  @Test
  void functionsAreCalledByTheirAlias() {
    List<Mention> mentions = mentions();

    assertThat(mentions).filteredOn(Mention::alias).hasSizeGreaterThan(40);
    assertThat(mentions).filteredOn(mention -> !mention.alias()).isEmpty();
  }

  @Test
  void whoeverIsCalledByTheSocketApiMayBe() {
    Set<String> permitted =
        template
            .resources("AWS::Lambda::Permission")
            .filter(permission ->
                permission.path("Principal").asText().equals("apigateway.amazonaws.com"))
            .map(permission -> permission.path("FunctionName").path("Ref").asText())
            .collect(Collectors.toSet());

    assertThat(template.resources("AWS::ApiGatewayV2::Integration"))
        .isNotEmpty()
        .extracting(
            integration -> integration.at("/IntegrationUri/Fn::Sub/1/Alias").path("Ref").asText())
        .allMatch(permitted::contains);
  }

  /** SAM CLI finds no function in an alias, and CloudFormation no alias in this. */
  @Test
  void theAuthorizerIsNamedSoThatSamCliFindsItAndCloudFormationWaitsForItsAlias() {
    JsonNode api = template.tree().at("/Resources/Api");

    assertThat(api.at("/Properties/Auth/Authorizers/BearerKey/FunctionArn/Fn::Sub").asText())
        .isEqualTo("${GatewayAuthorizeFunction.Arn}:live");
    assertThat(api.path("DependsOn").asText()).isEqualTo("GatewayAuthorizeFunctionAliaslive");
  }

  /** Every mention, without those where the bare function is right. */
  private List<Mention> mentions() {
    List<Mention> mentions = new ArrayList<>();
    for (String section : List.of("Globals", "Outputs")) {
      collect(section, template.tree().path(section), mentions);
    }
    template
        .tree()
        .path("Resources")
        .properties()
        .forEach(resource -> {
          if (!BARE_IS_RIGHT.contains(resource.getValue().path("Type").asText())) {
            collect(resource.getKey(), resource.getValue(), mentions);
          }
        });
    return mentions;
  }

  private void collect(String where, JsonNode node, List<Mention> mentions) {
    node.properties()
        .forEach(member -> {
          named(member)
              .map(name -> name.split("\\.", 2))
              .filter(name -> functions.contains(name[0]))
              .map(name -> new Mention(where, name[0], name.length == 2 && name[1].equals("Alias")))
              .forEach(mentions::add);
          collect(where, member.getValue(), mentions);
        });
    if (node.isArray()) {
      node.forEach(element -> collect(where, element, mentions));
    }
    if (node.isTextual()) {
      WRITTEN_OUT
          .matcher(node.asText())
          .results()
          .map(found -> new Mention(where, found.group(1), found.group(2) != null))
          .forEach(mentions::add);
    }
  }

  private static String rest(MatchResult found) {
    return found.group(2) == null ? "" : found.group(2);
  }

  /** What an intrinsic function refers to. */
  private static Stream<String> named(Map.Entry<String, JsonNode> member) {
    JsonNode argument = member.getValue();
    return switch (member.getKey()) {
      case "Ref" -> Stream.of(argument.asText());
      case "Fn::GetAtt" ->
          Stream.of(
              argument.isArray()
                  ? argument.path(0).asText() + "." + argument.path(1).asText()
                  : argument.asText());
      case "Fn::Sub" ->
          PLACEHOLDER
              .matcher(argument.isArray() ? argument.path(0).asText() : argument.asText())
              .results()
              .map(found -> found.group(1) + (found.group(3) == null ? rest(found) : ".Alias"));
      default -> Stream.empty();
    };
  }
}
