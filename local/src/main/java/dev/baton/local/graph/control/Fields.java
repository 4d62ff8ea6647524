package dev.baton.local.graph.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The members of an order, each read once; {@link #done} refuses those that nobody asked for, so
 * that a misspelt name is never silently without effect.
 */
final class Fields {

  private static final Pattern BRIEF = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private final ObjectNode object;
  private final TreeSet<String> known = new TreeSet<>();

  Fields(ObjectNode object) {
    this.object = object;
  }

  ObjectNode object() {
    return object;
  }

  boolean has(String name) {
    known.add(name);
    return object.has(name);
  }

  /** The member as it is, null if it is absent. */
  @Nullable JsonNode node(String name) {
    known.add(name);
    return object.get(name);
  }

  /** A text; a number is taken as its digits. */
  Optional<String> text(String name) {
    JsonNode value = node(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual() && !value.isNumber()) {
      throw bad(name, "a text");
    }
    return Optional.of(value.asText());
  }

  String requiredText(String name) {
    return text(name)
        .orElseThrow(() ->
            ControlRefusal.malformed(
                "MISSING_FIELD",
                "The member '" + name + "' is missing.",
                "Send a JSON object with \"" + name + "\"."));
  }

  boolean flag(String name, boolean otherwise) {
    JsonNode value = node(name);
    if (value != null && !value.isBoolean()) {
      throw bad(name, "true or false");
    }
    return value == null ? otherwise : value.asBoolean();
  }

  int count(String name, int otherwise) {
    JsonNode value = node(name);
    if (value != null && (!value.canConvertToInt() || value.asInt() < 0)) {
      throw bad(name, "a whole number from 0");
    }
    return value == null ? otherwise : value.asInt();
  }

  Optional<Integer> integer(String name) {
    JsonNode value = node(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.canConvertToInt()) {
      throw bad(name, "a whole number");
    }
    return Optional.of(value.asInt());
  }

  double probability(String name, double otherwise) {
    JsonNode value = node(name);
    if (value != null && (!value.isNumber() || value.asDouble() < 0 || value.asDouble() > 1)) {
      throw bad(name, "a number from 0 to 1");
    }
    return value == null ? otherwise : value.asDouble();
  }

  Duration duration(String name, Duration otherwise) {
    return text(name).map(text -> duration(name, text)).orElse(otherwise);
  }

  /** {@code PT2S}, or shorter {@code 500ms}, {@code 2s}, {@code 10m}, {@code 1h}, {@code 1d}. */
  static Duration duration(String name, String text) {
    Matcher brief = BRIEF.matcher(text);
    if (brief.matches()) {
      long number = Long.parseLong(brief.group(1));
      return switch (brief.group(2)) {
        case "ms" -> Duration.ofMillis(number);
        case "s" -> Duration.ofSeconds(number);
        case "m" -> Duration.ofMinutes(number);
        case "h" -> Duration.ofHours(number);
        default -> Duration.ofDays(number);
      };
    }
    try {
      Duration duration = Duration.parse(text);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException unreadable) {
      // Refused below, like a negative one.
    }
    throw bad(name, "a duration such as 2s, 10m or PT1H");
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : elements(name)) {
      texts.add(each.asText());
    }
    return List.copyOf(texts);
  }

  /** The elements of an array, or the single value, or nothing. */
  List<JsonNode> elements(String name) {
    JsonNode value = node(name);
    if (value == null) {
      return List.of();
    }
    List<JsonNode> elements = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(elements::add);
    } else {
      elements.add(value);
    }
    return elements;
  }

  Optional<Fields> nested(String name) {
    JsonNode value = node(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof ObjectNode inner) {
      return Optional.of(new Fields(inner));
    }
    throw bad(name, "an object");
  }

  /** Refuses members that were never asked for. */
  void done() {
    for (var member : object.properties()) {
      if (!known.contains(member.getKey())) {
        throw ControlRefusal.malformed(
            "UNKNOWN_FIELD",
            "The member '" + member.getKey() + "' is not known here.",
            "Known are " + String.join(", ", known) + ".");
      }
    }
  }

  static ControlRefusal bad(String name, String expected) {
    return ControlRefusal.malformed(
        "BAD_FIELD",
        "The member '" + name + "' is not " + expected + ".",
        "Send " + expected + ".");
  }
}
