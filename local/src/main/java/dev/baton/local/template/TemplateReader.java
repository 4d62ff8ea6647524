package dev.baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a {@link Template} from template.yaml. Resources that only matter on AWS (roles, alarms,
 * outputs) are skipped.
 */
public final class TemplateReader {
  private final ObjectNode template;
  private final References references;
  private final Resolver resolver;
  private final AwsPlace place;
  private final Path folder;

  private final List<FunctionDefinition> functions = new ArrayList<>();
  private final Map<String, List<PolicyStatement>> policies = new LinkedHashMap<>();
  private final List<RouteDefinition> routes = new ArrayList<>();
  private final List<StreamMapping> mappings = new ArrayList<>();
  private final List<TableDefinition> tables = new ArrayList<>();
  private final List<QueueDefinition> queues = new ArrayList<>();
  private final List<String> scheduleGroups = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>();

  private TemplateReader(ObjectNode template, TemplateSource source) {
    this.template = template;
    this.place = source.place();
    this.folder = source.file().toAbsolutePath().resolveSibling("");
    this.references = new References(template, source);
    this.resolver = references.resolver();
  }

  /**
   * Reads and resolves a template.
   *
   * @throws TemplateException when it cannot be read or asks for something that the local stack
   *     does not have
   */
  public static Template read(TemplateSource source) {
    String text;
    try {
      text = Files.readString(source.file());
    } catch (IOException e) {
      throw new TemplateException("Cannot read " + source.file() + ": " + e);
    }
    return new TemplateReader(TemplateYaml.read(text), source).template();
  }

  private Template template() {
    resources().forEach(this::readResource);
    HttpApiDefinition api =
        new ApiReader(template.path("Globals").path("HttpApi"), resolver).read(resources(), routes);
    SocketApiDefinition sockets = new SocketApiReader(resources(), references).read();
    return new Template(
        functions, policies, api, sockets, mappings, tables, queues, scheduleGroups, secrets);
  }

  private Map<String, JsonNode> resources() {
    Map<String, JsonNode> result = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> resource : template.path("Resources").properties()) {
      JsonNode condition = resource.getValue().path("Condition");
      if (condition.isMissingNode() || resolver.condition(condition.asText())) {
        result.put(resource.getKey(), resource.getValue());
      }
    }
    return result;
  }

  private void readResource(String id, JsonNode resource) {
    JsonNode properties = resource.path("Properties");
    switch (resource.path("Type").asText()) {
      case "AWS::Serverless::Function" -> readFunction(id, properties);
      case "AWS::Lambda::EventSourceMapping" -> {
        JsonNode mapping = resolver.resolve(properties);
        String function = Names.function(mapping.path("FunctionName").asText());
        mappings.add(MappingReader.stream(function, mapping));
      }
      case "AWS::DynamoDB::Table" ->
          tables.add(
              new TableDefinition(references.physicalName(id), resolver.resolve(properties)));
      case "AWS::SQS::Queue" -> queues.add(queue(references.physicalName(id), properties));
      case "AWS::Scheduler::ScheduleGroup" -> scheduleGroups.add(references.physicalName(id));
      case "AWS::SecretsManager::Secret" -> secrets.add(references.physicalName(id));
      default -> {
        // Roles, policies, alarms and log groups have no effect on one machine.
      }
    }
  }

  private QueueDefinition queue(String name, JsonNode properties) {
    return new QueueDefinition(
        name,
        place.queue(name),
        seconds(resolver.resolve(properties.path("VisibilityTimeout")), 30),
        seconds(resolver.resolve(properties.path("MessageRetentionPeriod")), 345_600));
  }

  private void readFunction(String id, JsonNode own) {
    ObjectNode properties = withGlobals(own);
    FunctionDefinition function = function(id, own, properties);
    functions.add(function);
    policies.put(
        function.name(),
        PolicyReader.statements(resolver.resolve(properties.path("Policies")), place));
    properties
        .path("Events")
        .properties()
        .forEach(event -> readEvent(function.called(), event.getKey(), event.getValue()));
  }

  private FunctionDefinition function(String id, JsonNode own, ObjectNode properties) {
    String name = references.physicalName(id);
    String handler = resolver.text(properties.path("Handler")).replaceAll("::.*$", "");
    return new FunctionDefinition(
        id,
        name,
        place.function(name),
        handler,
        folder.resolve(resolver.text(properties.path("CodeUri"))),
        seconds(resolver.resolve(properties.path("Timeout")), 3),
        resolver.resolve(properties.path("MemorySize")).asInt(128),
        environment(properties.path("Environment").path("Variables")),
        MappingReader.async(resolver.resolve(properties.path("EventInvokeConfig"))),
        UrlReader.url(id, handler, resolver.resolve(own.path("FunctionUrlConfig"))),
        resolver.text(properties.path("AutoPublishAlias")));
  }

  private Map<String, String> environment(JsonNode variables) {
    Map<String, String> result = new LinkedHashMap<>();
    resolver
        .resolve(variables)
        .properties()
        .forEach(v -> {
          if (!v.getValue().isValueNode()) {
            throw new TemplateException("Variable " + v.getKey() + " is no text: " + v.getValue());
          }
          result.put(v.getKey(), v.getValue().asText());
        });
    return result;
  }

  private void readEvent(String function, String eventId, JsonNode event) {
    JsonNode properties = resolver.resolve(event.path("Properties"));
    switch (event.path("Type").asText()) {
      case "HttpApi" -> routes.add(MappingReader.route(function, properties));
      case "DynamoDB" -> mappings.add(MappingReader.stream(function, properties));
      case String other ->
          throw new TemplateException(
              "Event %s of function %s has the type %s, which the local stack does not emulate."
                  .formatted(eventId, function, other));
    }
  }

  /**
   * Globals.Function below the function's own properties; maps are merged, everything else is
   * replaced.
   */
  private ObjectNode withGlobals(JsonNode own) {
    return merge(template.path("Globals").path("Function"), own);
  }

  private static ObjectNode merge(JsonNode below, JsonNode above) {
    ObjectNode result = Jsons.object();
    below.properties().forEach(member -> result.set(member.getKey(), member.getValue()));
    above
        .properties()
        .forEach(member -> {
          JsonNode under = result.get(member.getKey());
          boolean both = under != null && under.isObject() && member.getValue().isObject();
          result.set(member.getKey(), both ? merge(under, member.getValue()) : member.getValue());
        });
    return result;
  }

  private static Duration seconds(JsonNode value, long otherwise) {
    return Duration.ofSeconds(value.asLong(otherwise));
  }
}
