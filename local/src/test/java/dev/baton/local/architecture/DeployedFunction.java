package dev.baton.local.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One function of template.yaml.
 *
 * @param id its logical id, such as {@code SurveyListFunction}
 * @param zip what is deployed
 * @param shared the variables that all functions have
 * @param properties its own properties as written, intrinsics in their long form
 */
record DeployedFunction(String id, String zip, Set<String> shared, JsonNode properties) {
  private static final Set<String> KEYWORDS = Set.of("import", "default");

  /** The name in capitals-and-small spelling, such as {@code SurveyList}. */
  String base() {
    return id.endsWith("Function") ? id.substring(0, id.length() - "Function".length()) : id;
  }

  /** The name of the command and of its event file, such as {@code survey-list}. */
  String kebab() {
    return base().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** The domain, such as {@code survey}. */
  String domain() {
    return kebab().substring(0, kebab().indexOf('-'));
  }

  /** The folder of its code: the tools about commands are deployed with the gateway. */
  String module() {
    return domain().equals("afd") ? "gateway" : domain();
  }

  /** The package that the names ask for; a Java keyword gets an underscore. */
  String packageName() {
    String rest = kebab().substring(domain().length() + 1).replace("-", "");
    return "dev.baton." + domain() + "." + (KEYWORDS.contains(rest) ? rest + "_" : rest);
  }

  String handler() {
    return properties.path("Handler").asText();
  }

  /** Whether it is an HTTP server behind the Lambda Web Adapter. */
  boolean isServer() {
    return handler().equals("run.sh");
  }

  /** The class that is deployed: the server that run.sh starts, or the handler. */
  String implementation() {
    return isServer() ? properties.at("/Environment/Variables/BATON_SERVER").asText() : handler();
  }

  Stream<JsonNode> httpEvents() {
    return elements(properties.path("Events"))
        .filter(event -> event.path("Type").asText().equals("HttpApi"))
        .map(event -> event.path("Properties"));
  }

  boolean isCommand() {
    return httpEvents().anyMatch(event -> event.path("Path").asText().startsWith("/commands/"));
  }

  Set<String> variables() {
    Set<String> names = new TreeSet<>(shared);
    names.addAll(ownVariables());
    return names;
  }

  /** The variables that it sets itself. */
  Set<String> ownVariables() {
    Set<String> names = new TreeSet<>();
    properties.path("Environment").path("Variables").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** All statements of its policies. */
  List<JsonNode> statements() {
    return elements(properties.path("Policies"))
        .flatMap(policy -> elements(policy.path("Statement")))
        .toList();
  }

  @Override
  public String toString() {
    return id;
  }

  static Stream<JsonNode> elements(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }
}
