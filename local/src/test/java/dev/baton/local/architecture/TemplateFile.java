package dev.baton.local.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.template.TemplateYaml;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** template.yaml as written, before anything is resolved. */
record TemplateFile(JsonNode tree) {

  static TemplateFile of(Repository repository) {
    return new TemplateFile(TemplateYaml.read(repository.text("template.yaml")));
  }

  List<DeployedFunction> functions() {
    return tree.path("Resources").properties().stream()
        .filter(entry -> entry.getValue().path("Type").asText().equals("AWS::Serverless::Function"))
        .map(entry -> function(entry.getKey(), entry.getValue().path("Properties")))
        .toList();
  }

  /** The variables of all functions as written, those that all of them have first. */
  Stream<Map.Entry<String, JsonNode>> variables() {
    JsonNode shared = tree.path("Globals").path("Function");
    Stream<JsonNode> own =
        tree.path("Resources").properties().stream()
            .map(entry -> entry.getValue().path("Properties"));
    return Stream.concat(Stream.of(shared), own)
        .flatMap(each -> each.path("Environment").path("Variables").properties().stream());
  }

  /** A parameter as written; missing when there is none of that name. */
  JsonNode parameter(String name) {
    return tree.path("Parameters").path(name);
  }

  private DeployedFunction function(String id, JsonNode properties) {
    JsonNode globals = tree.path("Globals").path("Function");
    Set<String> shared = new TreeSet<>();
    globals.path("Environment").path("Variables").fieldNames().forEachRemaining(shared::add);
    return new DeployedFunction(
        id,
        properties.path("CodeUri").asText(globals.path("CodeUri").asText()),
        shared,
        properties);
  }

  /** The properties of a function on top of those that all functions have. */
  JsonNode withGlobals(JsonNode properties) {
    ObjectNode all = tree.path("Globals").path("Function").deepCopy();
    properties.properties().forEach(own -> all.set(own.getKey(), own.getValue()));
    return all;
  }

  /** The parameters by name. */
  Set<Map.Entry<String, JsonNode>> parameters() {
    return tree.path("Parameters").properties();
  }

  /** The metrics of our own that have an alarm. */
  List<String> watchedMetrics() {
    return tree.path("Resources").properties().stream()
        .map(entry -> entry.getValue().path("Properties"))
        .filter(properties -> properties.path("Namespace").asText().equals("Baton"))
        .map(properties -> properties.path("MetricName").asText())
        .toList();
  }

  /** The functions whose errors each alarm adds up. */
  List<List<String>> watchedFunctions() {
    return tree.path("Resources").properties().stream()
        .map(entry -> entry.getValue().path("Properties").path("Metrics"))
        .map(metrics ->
            DeployedFunction.elements(metrics)
                .map(each -> each.path("MetricStat").path("Metric"))
                .filter(metric -> metric.path("MetricName").asText().equals("Errors"))
                .map(metric -> metric.path("Dimensions").path(0).path("Value").path("Ref").asText())
                .toList())
        .filter(functions -> !functions.isEmpty())
        .toList();
  }

  /** The statements of roles and policies that are written out, because no function owns them. */
  List<JsonNode> roleStatements() {
    Stream<JsonNode> ofRoles =
        resources("AWS::IAM::Role")
            .flatMap(role -> DeployedFunction.elements(role.path("Policies")))
            .map(policy -> policy.path("PolicyDocument"));
    Stream<JsonNode> besideThem =
        resources("AWS::IAM::Policy").map(policy -> policy.path("PolicyDocument"));
    return Stream.concat(ofRoles, besideThem)
        .flatMap(document -> DeployedFunction.elements(document.path("Statement")))
        .toList();
  }

  /** The properties of all resources of a type. */
  Stream<JsonNode> resources(String type) {
    return tree.path("Resources").properties().stream()
        .map(Map.Entry::getValue)
        .filter(resource -> resource.path("Type").asText().equals(type))
        .map(resource -> resource.path("Properties"));
  }

  /** The metrics that are counted from log lines. */
  List<String> filteredMetrics() {
    return resources("AWS::Logs::MetricFilter")
        .flatMap(filter -> DeployedFunction.elements(filter.path("MetricTransformations")))
        .map(transformation -> transformation.path("MetricName").asText())
        .toList();
  }
}
