package dev.baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.baton.local.json.Jsons;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces intrinsic functions by their values. {@code AWS::NoValue} becomes a missing node, which
 * takes the member or element that holds it away.
 *
 * <p>Source: AWS CloudFormation, intrinsic function reference.
 */
final class Resolver {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

  private final ObjectNode template;
  private final References references;

  Resolver(ObjectNode template, References references) {
    this.template = template;
    this.references = references;
  }

  /** The node with every intrinsic function below it replaced. */
  JsonNode resolve(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode result = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> addUnlessMissing(result, resolve(element)));
      return result;
    }
    if (node instanceof ObjectNode object) {
      return object.size() == 1 ? resolveSingle(object) : resolveMembers(object);
    }
    return node;
  }

  /** The node resolved and written as text. */
  String text(JsonNode node) {
    return resolve(node).asText();
  }

  private JsonNode resolveMembers(ObjectNode object) {
    ObjectNode result = Jsons.object();
    object
        .properties()
        .forEach(member -> {
          JsonNode value = resolve(member.getValue());
          if (!value.isMissingNode()) {
            result.set(member.getKey(), value);
          }
        });
    return result;
  }

  private JsonNode resolveSingle(ObjectNode object) {
    Map.Entry<String, JsonNode> member = object.properties().iterator().next();
    JsonNode argument = member.getValue();
    return switch (member.getKey()) {
      case "Ref" -> references.ref(argument.asText());
      case "Condition" ->
          argument.isTextual()
              ? BooleanNode.valueOf(condition(argument.asText()))
              : resolveMembers(object);
      case "Fn::GetAtt" -> getAtt(argument);
      case "Fn::Sub" -> sub(argument);
      case "Fn::Join" -> join(argument);
      case "Fn::Select" -> resolve(argument.get(1)).get(Integer.parseInt(text(argument.get(0))));
      case "Fn::Split" -> split(argument);
      case "Fn::If" -> resolve(argument.get(condition(argument.get(0).asText()) ? 1 : 2));
      case "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or" -> BooleanNode.valueOf(truth(object));
      case "Fn::FindInMap" -> findInMap(argument);
      case "Fn::Base64" ->
          TextNode.valueOf(
              Base64.getEncoder().encodeToString(text(argument).getBytes(StandardCharsets.UTF_8)));
      default -> {
        if (member.getKey().startsWith("Fn::")) {
          throw new TemplateException(
              "The local stack cannot resolve " + member.getKey() + ": " + argument);
        }
        yield resolveMembers(object);
      }
    };
  }

  /** The value of a named condition; an unknown one is a finding. */
  boolean condition(String name) {
    JsonNode definition = template.path("Conditions").path(name);
    if (definition.isMissingNode()) {
      throw new TemplateException("The template has no condition " + name + ".");
    }
    return truth(definition);
  }

  private boolean truth(JsonNode node) {
    if (node instanceof ObjectNode object && object.size() == 1) {
      Map.Entry<String, JsonNode> member = object.properties().iterator().next();
      List<JsonNode> arguments = new ArrayList<>();
      member.getValue().forEach(arguments::add);
      return switch (member.getKey()) {
        case "Fn::Equals" -> text(arguments.get(0)).equals(text(arguments.get(1)));
        case "Fn::Not" -> !truth(arguments.get(0));
        case "Fn::And" -> arguments.stream().allMatch(this::truth);
        case "Fn::Or" -> arguments.stream().anyMatch(this::truth);
        case "Condition" -> condition(member.getValue().asText());
        default -> Boolean.parseBoolean(text(node));
      };
    }
    return node.asBoolean();
  }

  private JsonNode getAtt(JsonNode argument) {
    List<String> parts =
        argument.isTextual()
            ? List.of(argument.asText().split("\\.", 2))
            : List.of(argument.path(0).asText(), text(argument.path(1)));
    return TextNode.valueOf(references.attribute(parts.get(0), parts.get(1)));
  }

  private JsonNode sub(JsonNode argument) {
    String pattern = argument.isTextual() ? argument.asText() : argument.path(0).asText();
    Map<String, String> variables = new HashMap<>();
    if (argument.isArray()) {
      argument.path(1).properties().forEach(v -> variables.put(v.getKey(), text(v.getValue())));
    }
    Matcher matcher = PLACEHOLDER.matcher(pattern);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(2).strip();
      String value =
          matcher.group(1).isEmpty() ? substitute(name, variables) : "${" + matcher.group(2) + "}";
      matcher.appendReplacement(result, Matcher.quoteReplacement(value));
    }
    return references.text(matcher.appendTail(result).toString());
  }

  private String substitute(String name, Map<String, String> variables) {
    String variable = variables.get(name);
    if (variable != null) {
      return variable;
    }
    int dot = name.indexOf('.');
    if (dot >= 0) {
      return references.attribute(name.substring(0, dot), name.substring(dot + 1));
    }
    JsonNode value = references.ref(name);
    if (value.isArray()) {
      throw new TemplateException("Fn::Sub: ${" + name + "} is a list; join it first.");
    }
    return value.asText();
  }

  private JsonNode join(JsonNode argument) {
    List<String> parts = new ArrayList<>();
    resolve(argument.get(1)).forEach(part -> parts.add(part.asText()));
    return references.text(String.join(argument.get(0).asText(), parts));
  }

  private JsonNode split(JsonNode argument) {
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    for (String part : text(argument.get(1)).split(Pattern.quote(argument.get(0).asText()), -1)) {
      parts.add(part);
    }
    return parts;
  }

  private JsonNode findInMap(JsonNode argument) {
    JsonNode value =
        template
            .path("Mappings")
            .path(text(argument.get(0)))
            .path(text(argument.get(1)))
            .path(text(argument.get(2)));
    if (value.isMissingNode()) {
      throw new TemplateException("Nothing in Mappings at " + argument + ".");
    }
    return value;
  }

  private static void addUnlessMissing(ArrayNode array, JsonNode value) {
    if (!(value instanceof MissingNode)) {
      array.add(value);
    }
  }
}
