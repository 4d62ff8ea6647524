package dev.baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the public addresses of the template's APIs into addresses on this machine: the HTTP API's
 * own, the WebSocket API's beside it, and its {@code @connections} at the AWS endpoint. What stands
 * behind the host, such as a stage, stays.
 */
final class LocalAddresses {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<scheme>https|wss)://(?<api>[A-Za-z0-9]+)\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.com");

  private final ObjectNode template;
  private final String awsUrl;
  private final String apiUrl;

  LocalAddresses(ObjectNode template, String awsUrl, String apiUrl) {
    this.template = template;
    this.awsUrl = awsUrl;
    this.apiUrl = apiUrl;
  }

  /** The text with every address of an API of the template replaced. */
  String in(String text) {
    return ADDRESS
        .matcher(text)
        .replaceAll(address ->
            Matcher.quoteReplacement(
                local(address.group("scheme"), type(address.group("api")), address.group())));
  }

  private String local(String scheme, String type, String address) {
    return switch (type) {
      case "AWS::Serverless::HttpApi" -> apiUrl;
      case "AWS::ApiGatewayV2::Api" -> scheme.equals("wss") ? socketUrl() : awsUrl;
      default -> address;
    };
  }

  private String socketUrl() {
    return apiUrl.replaceFirst("^http", "ws").replace("//127.0.0.1:", "//localhost:");
  }

  /** The type of the resource that has this id, in whatever case it is written. */
  private String type(String api) {
    return template.path("Resources").properties().stream()
        .filter(resource -> resource.getKey().equalsIgnoreCase(api))
        .map(Map.Entry::getValue)
        .map((JsonNode resource) -> resource.path("Type").asText())
        .findFirst()
        .orElse("");
  }
}
