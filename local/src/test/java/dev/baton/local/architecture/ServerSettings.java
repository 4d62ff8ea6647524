package dev.baton.local.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a function that is a server needs in the template, so that the Lambda Web Adapter streams
 * what it writes.
 *
 * <p>Source: streaming specification, sections 4.5 and 10.1.
 */
final class ServerSettings {
  private static final Map<String, String> VALUES =
      new TreeMap<>(
          Map.of(
              "/Runtime", "java25",
              "/Architectures", "[\"arm64\"]",
              "/Timeout", "900",
              "/MemorySize", "512",
              "/ReservedConcurrentExecutions", "{\"Ref\":\"StreamConcurrency\"}",
              "/FunctionUrlConfig/AuthType", "NONE",
              "/FunctionUrlConfig/InvokeMode", "RESPONSE_STREAM",
              "/FunctionUrlConfig/Cors/AllowOrigins", "{\"Ref\":\"AllowedOrigins\"}",
              "/FunctionUrlConfig/Cors/AllowCredentials", "true"));

  /** The adapter's variables; any other of its names would change how it treats a response. */
  private static final Map<String, String> VARIABLES =
      new TreeMap<>(
          Map.of(
              "AWS_LAMBDA_EXEC_WRAPPER", "/opt/bootstrap",
              "AWS_LWA_INVOKE_MODE", "response_stream",
              "AWS_LWA_PORT", "8080",
              "AWS_LWA_READINESS_CHECK_PATH", "/healthz",
              "AWS_LWA_READINESS_CHECK_HEALTHY_STATUS", "200"));

  private static final Map<String, Set<String>> LISTS =
      new TreeMap<>(
          Map.of(
              "/FunctionUrlConfig/Cors/AllowMethods", Set.of("GET", "POST"),
              "/FunctionUrlConfig/Cors/AllowHeaders",
                  Set.of("Last-Event-ID", "Authorization", "Content-Type")));

  private ServerSettings() {}

  /** What is wrong with a server of a template, each finding with the place of the setting. */
  static List<String> findings(DeployedFunction function, TemplateFile template) {
    List<String> findings = new ArrayList<>();
    JsonNode properties = template.withGlobals(function.properties());
    VALUES.forEach((place, wanted) -> {
      JsonNode node = properties.at(place);
      expect(findings, place, wanted, node.isValueNode() ? node.asText() : node.toString());
    });
    LISTS.forEach((place, wanted) -> {
      Set<String> names = new TreeSet<>();
      properties.at(place).forEach(name -> names.add(name.asText()));
      expect(findings, place, new TreeSet<>(wanted) + "", names + "");
    });
    expect(findings, "variables", VARIABLES + "", adapterVariables(properties) + "");
    if (!layers(properties, template).matches(".*:layer:LambdaAdapterLayerArm64:\\d+\".*")) {
      findings.add("/Layers has no parameter that names the adapter's layer for arm64.");
    }
    if (properties.at("/Environment/Variables/BATON_SERVER").asText().isEmpty()) {
      findings.add("BATON_SERVER is missing.");
    }
    return findings;
  }

  private static void expect(List<String> findings, String place, String wanted, String actual) {
    if (!wanted.equals(actual)) {
      findings.add(place + " is " + actual + ", and not " + wanted);
    }
  }

  private static Map<String, String> adapterVariables(JsonNode properties) {
    return properties.at("/Environment/Variables").properties().stream()
        .filter(variable -> variable.getKey().startsWith("AWS_L"))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                variable -> variable.getValue().asText(),
                (one, other) -> other,
                TreeMap::new));
  }

  /** The layers with their parameters' defaults. */
  private static String layers(JsonNode properties, TemplateFile template) {
    String layers = properties.path("Layers").toString();
    for (Map.Entry<String, JsonNode> parameter : template.parameters()) {
      String value = parameter.getValue().path("Default").asText();
      layers =
          layers
              .replace("{\"Ref\":\"" + parameter.getKey() + "\"}", "\"" + value + "\"")
              .replace("${" + parameter.getKey() + "}", value);
    }
    return layers;
  }
}
