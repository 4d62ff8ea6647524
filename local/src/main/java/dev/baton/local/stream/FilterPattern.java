package dev.baton.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.template.TemplateException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * A FilterCriteria pattern: for each leaf a list of rules of which one must hold. Rules: a literal,
 * {@code exists}, {@code prefix}, {@code suffix}, {@code anything-but}, {@code numeric}, {@code
 * equals-ignore-case}.
 *
 * <p>As on AWS {@code exists} sees only leaves, and numbers of DynamoDB are texts, which {@code
 * numeric} never matches.
 *
 * <p>Source: AWS Lambda developer guide, "Control which events Lambda sends to your function".
 */
final class FilterPattern {
  private static final Set<String> RULES =
      Set.of("exists", "prefix", "suffix", "anything-but", "numeric", "equals-ignore-case");

  private final JsonNode pattern;

  private FilterPattern(JsonNode pattern) {
    this.pattern = pattern;
  }

  /**
   * A pattern that is known to be understood.
   *
   * @throws TemplateException naming the part that is not
   */
  static FilterPattern of(JsonNode pattern) {
    check(pattern);
    return new FilterPattern(pattern);
  }

  /** Whether a record passes. */
  boolean matches(JsonNode record) {
    return matches(pattern, record);
  }

  private static void check(JsonNode node) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      JsonNode below = member.getValue();
      if (below.isObject()) {
        check(below);
      } else if (!below.isArray()) {
        throw new TemplateException(
            "FilterCriteria: '" + member.getKey() + "' must be an array or object.");
      } else if (member.getKey().equals("$or")) {
        below.forEach(FilterPattern::check);
      } else {
        below.forEach(rule -> checkRule(member.getKey(), rule));
      }
    }
  }

  private static void checkRule(String where, JsonNode rule) {
    boolean known =
        !rule.isObject()
            || (rule.size() == 1 && RULES.contains(rule.properties().iterator().next().getKey()));
    if (!known) {
      throw new TemplateException(
          "FilterCriteria: the local stack does not know the rule %s at '%s'; it knows %s."
              .formatted(rule, where, RULES));
    }
  }

  private static boolean matches(JsonNode pattern, JsonNode value) {
    return pattern.properties().stream()
        .allMatch(member -> {
          if (member.getKey().equals("$or")) {
            return any(member.getValue(), one -> matches(one, value));
          }
          JsonNode below = value.path(member.getKey());
          return member.getValue().isObject()
              ? matches(member.getValue(), below)
              : any(member.getValue(), rule -> holdsForAny(rule, below));
        });
  }

  private static boolean holdsForAny(JsonNode rule, JsonNode value) {
    return value.isArray() && !value.isEmpty()
        ? any(value, element -> holds(rule, element))
        : holds(rule, value);
  }

  private static boolean holds(JsonNode rule, JsonNode value) {
    if (!rule.isObject()) {
      return equal(rule, value);
    }
    Map.Entry<String, JsonNode> member = rule.properties().iterator().next();
    JsonNode argument = member.getValue();
    return switch (member.getKey()) {
      case "exists" -> argument.asBoolean() == leafExists(value);
      case "prefix" -> value.isTextual() && value.asText().startsWith(argument.asText());
      case "suffix" -> value.isTextual() && value.asText().endsWith(argument.asText());
      case "equals-ignore-case" ->
          value.isTextual() && value.asText().equalsIgnoreCase(argument.asText());
      case "numeric" -> value.isNumber() && numeric(argument, value.decimalValue());
      case "anything-but" -> leafExists(value) && !excluded(argument, value);
      default -> throw new IllegalStateException("unchecked rule " + rule);
    };
  }

  private static boolean excluded(JsonNode argument, JsonNode value) {
    return argument.isArray() ? any(argument, one -> holds(one, value)) : holds(argument, value);
  }

  private static boolean leafExists(JsonNode value) {
    return !value.isMissingNode() && !value.isObject();
  }

  private static boolean equal(JsonNode wanted, JsonNode value) {
    return wanted.isNumber() && value.isNumber()
        ? wanted.decimalValue().compareTo(value.decimalValue()) == 0
        : wanted.equals(value);
  }

  private static boolean numeric(JsonNode argument, BigDecimal value) {
    for (int i = 0; i + 1 < argument.size(); i += 2) {
      int order = value.compareTo(argument.get(i + 1).decimalValue());
      boolean holds =
          switch (argument.get(i).asText()) {
            case "=" -> order == 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> false;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private static boolean any(JsonNode array, Predicate<JsonNode> holds) {
    return StreamSupport.stream(array.spliterator(), false).anyMatch(holds);
  }
}
