package dev.baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What {@code Ref} and {@code Fn::GetAtt} answer: values of parameters, and names, ARNs and URLs of
 * resources as the local stack makes them.
 */
final class References {
  private static final String ALIAS = "AutoPublishAlias";

  private static final Map<String, String> NAME_PROPERTY =
      Map.of(
          "AWS::Serverless::Function", "FunctionName",
          "AWS::DynamoDB::Table", "TableName",
          "AWS::SQS::Queue", "QueueName",
          "AWS::Scheduler::ScheduleGroup", "Name",
          "AWS::SecretsManager::Secret", "Name",
          "AWS::IAM::Role", "RoleName",
          "AWS::ApiGatewayV2::Stage", "StageName");

  private final ObjectNode template;
  private final Map<String, String> parameters;
  private final AwsPlace place;
  private final String awsUrl;
  private final String apiUrl;
  private final UnaryOperator<String> urls;
  private final LocalAddresses addresses;
  private final Resolver resolver;

  /** References of a template that comes from there. */
  References(ObjectNode template, TemplateSource source) {
    this.template = template;
    this.parameters = Map.copyOf(source.parameters());
    this.place = source.place();
    this.awsUrl = source.awsUrl();
    this.apiUrl = source.apiUrl();
    this.urls = source.urls();
    this.addresses = new LocalAddresses(template, awsUrl, apiUrl);
    this.resolver = new Resolver(template, this);
  }

  Resolver resolver() {
    return resolver;
  }

  /** The value of {@code Ref name}. */
  JsonNode ref(String name) {
    return switch (name) {
      case "AWS::NoValue" -> MissingNode.getInstance();
      case "AWS::Region" -> TextNode.valueOf(place.region());
      case "AWS::AccountId" -> TextNode.valueOf(place.account());
      case "AWS::Partition" -> TextNode.valueOf("aws");
      case "AWS::URLSuffix" -> TextNode.valueOf("amazonaws.com");
      case "AWS::StackName" -> TextNode.valueOf(place.stack());
      case "AWS::StackId" ->
          TextNode.valueOf(place.arn("cloudformation", "stack/" + place.stack() + "/local"));
      default -> template.path("Parameters").has(name) ? parameter(name) : resource(name);
    };
  }

  /** SAM knows the alias of a function by a name of two parts. */
  private JsonNode resource(String name) {
    int dot = name.indexOf('.');
    return TextNode.valueOf(
        dot < 0 ? identity(name) : attribute(name.substring(0, dot), name.substring(dot + 1)));
  }

  /** A text in which addresses of the template's APIs are those of this machine. */
  TextNode text(String text) {
    return TextNode.valueOf(addresses.in(text));
  }

  private JsonNode parameter(String name) {
    JsonNode definition = template.path("Parameters").path(name);
    String value = parameters.getOrDefault(name, definition.path("Default").asText());
    if (!parameters.containsKey(name) && !definition.has("Default")) {
      throw new TemplateException(
          "Parameter " + name + " has no default and the local stack gives it no value.");
    }
    return isList(definition.path("Type").asText()) ? list(value) : TextNode.valueOf(value);
  }

  private static boolean isList(String type) {
    return type.equals("CommaDelimitedList") || type.startsWith("List<");
  }

  private static ArrayNode list(String value) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (String element : value.split(",", -1)) {
      list.add(element.strip());
    }
    return list;
  }

  private String identity(String name) {
    return switch (type(name)) {
      case "AWS::SQS::Queue" -> queueUrl(name);
      case "AWS::Serverless::HttpApi", "AWS::ApiGatewayV2::Api" -> apiId(name);
      case "AWS::SecretsManager::Secret" -> place.secret(physicalName(name));
      case "AWS::SSM::Parameter", "AWS::Logs::LogGroup", "AWS::SNS::Topic" -> name;
      default -> physicalName(name);
    };
  }

  /** The value of {@code Fn::GetAtt}. */
  String attribute(String name, String attribute) {
    String physical = physicalName(name);
    return switch (type(name) + "." + attribute) {
      case "AWS::Serverless::Function.Arn" -> place.function(physical);
      case "AWS::Serverless::Function.Alias" -> place.function(physical + ":" + alias(name));
      case "AWS::DynamoDB::Table.Arn" -> place.table(physical);
      case "AWS::DynamoDB::Table.StreamArn" -> place.table(physical) + "/stream/local";
      case "AWS::SQS::Queue.Arn" -> place.queue(physical);
      case "AWS::SQS::Queue.QueueName" -> physical;
      case "AWS::SQS::Queue.QueueUrl" -> queueUrl(name);
      case "AWS::Scheduler::ScheduleGroup.Arn" -> place.scheduleGroup(physical);
      case "AWS::SecretsManager::Secret.Arn", "AWS::SecretsManager::Secret.Id" ->
          place.secret(physical);
      case "AWS::IAM::Role.Arn" -> place.role(physical);
      case "AWS::Serverless::HttpApi.ApiEndpoint" -> apiUrl;
      case "AWS::ApiGatewayV2::Api.ApiEndpoint" ->
          addresses.in(
              "wss://%s.execute-api.%s.amazonaws.com".formatted(apiId(name), place.region()));
      case "AWS::ApiGatewayV2::Api.ApiId" -> apiId(name);
      case "AWS::Lambda::Url.FunctionUrl" -> urls.apply(functionOfUrl(name)) + "/";
      case String known when known.endsWith(".Arn") ->
          place.arn("cloudformation", "resource/" + name);
      default ->
          throw new TemplateException(
              "The local stack does not know the attribute " + name + "." + attribute + ".");
    };
  }

  /**
   * The name of the alias under which a function's version is published.
   *
   * @throws TemplateException when none is published
   */
  private String alias(String function) {
    JsonNode own = template.path("Resources").path(function).path("Properties");
    JsonNode all = template.path("Globals").path("Function");
    String alias = resolver.text(own.has(ALIAS) ? own.path(ALIAS) : all.path(ALIAS));
    if (alias.isEmpty()) {
      throw new TemplateException("Function " + function + " has no " + ALIAS + ".");
    }
    return alias;
  }

  /** The name that a resource has on AWS: the one in its properties, or its logical id. */
  String physicalName(String logicalId) {
    String property = NAME_PROPERTY.get(type(logicalId));
    JsonNode name =
        template
            .path("Resources")
            .path(logicalId)
            .path("Properties")
            .path(property == null ? "" : property);
    return name.isMissingNode() ? logicalId : resolver.text(name);
  }

  private static String apiId(String logicalId) {
    return logicalId.toLowerCase(Locale.ROOT);
  }

  private String queueUrl(String logicalId) {
    return awsUrl + "/" + place.account() + "/" + physicalName(logicalId);
  }

  /**
   * The type of a resource. SAM's implicit API and the roles and Function URLs that SAM makes count
   * as resources too.
   */
  String type(String logicalId) {
    JsonNode resource = template.path("Resources").path(logicalId);
    if (!resource.isMissingNode()) {
      return resource.path("Type").asText();
    }
    if (logicalId.equals("ServerlessHttpApi")) {
      return "AWS::Serverless::HttpApi";
    }
    if (logicalId.endsWith("Url") && hasUrl(functionOfUrl(logicalId))) {
      return "AWS::Lambda::Url";
    }
    if (logicalId.endsWith("Role")) {
      return "AWS::IAM::Role";
    }
    throw new TemplateException(
        "The template refers to " + logicalId + ", which is neither a parameter nor a resource.");
  }

  /** SAM names the URL of a function after the function. */
  private static String functionOfUrl(String logicalId) {
    return logicalId.substring(0, logicalId.length() - "Url".length());
  }

  private boolean hasUrl(String function) {
    JsonNode resource = template.path("Resources").path(function);
    return resource.path("Properties").has("FunctionUrlConfig");
  }
}
