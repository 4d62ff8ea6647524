package dev.baton.local.model.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The members of an object, each asked for by name; {@link #done} refuses those that were not. */
final class Members {
  private final ObjectNode object;
  private final TreeSet<String> known = new TreeSet<>();

  private Members(ObjectNode object) {
    this.object = object;
  }

  /** The members of an object that is found under a name. */
  static Members of(String name, @Nullable JsonNode value) {
    if (value instanceof ObjectNode inner) {
      return new Members(inner);
    }
    throw ScriptError.bad(name, "an object");
  }

  /** The member as it is; null when it is absent or null. */
  @Nullable JsonNode node(String name) {
    known.add(name);
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  Optional<String> text(String name) {
    JsonNode value = node(name);
    if (value != null && !value.isValueNode()) {
      throw ScriptError.bad(name, "a text");
    }
    return Optional.ofNullable(value).map(JsonNode::asText);
  }

  String requiredText(String name) {
    return text(name)
        .orElseThrow(() ->
            new ScriptError(
                "MISSING_FIELD",
                "The member '" + name + "' is missing.",
                "Send an object with \"" + name + "\"."));
  }

  int count(String name, int otherwise) {
    JsonNode value = node(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.canConvertToInt() || value.asInt() < 0) {
      throw ScriptError.bad(name, "a whole number from 0");
    }
    return value.asInt();
  }

  int positive(String name, int otherwise) {
    int value = count(name, otherwise);
    if (value < 1) {
      throw ScriptError.bad(name, "a whole number from 1");
    }
    return value;
  }

  Duration milliseconds(String name, int otherwise) {
    return Duration.ofMillis(count(name, otherwise));
  }

  boolean flag(String name) {
    JsonNode value = node(name);
    if (value != null && !value.isBoolean()) {
      throw ScriptError.bad(name, "true or false");
    }
    return value != null && value.asBoolean();
  }

  /** The elements of an array; none when it is absent. */
  List<JsonNode> elements(String name) {
    JsonNode value = node(name);
    if (value != null && !value.isArray()) {
      throw ScriptError.bad(name, "an array");
    }
    List<JsonNode> elements = new ArrayList<>();
    if (value != null) {
      value.forEach(elements::add);
    }
    return elements;
  }

  /** The members of an inner object; {@code true} is an empty one, {@code false} none. */
  Optional<Members> inner(String name) {
    JsonNode value = node(name);
    if (value == null || value.isBoolean() && !value.asBoolean()) {
      return Optional.empty();
    }
    return Optional.of(value.isBoolean() ? new Members(Jsons.object()) : of(name, value));
  }

  /** Refuses members that were never asked for. */
  void done() {
    for (var member : object.properties()) {
      if (!known.contains(member.getKey())) {
        throw new ScriptError(
            "UNKNOWN_FIELD",
            "The member '" + member.getKey() + "' is not known here.",
            "Known are " + String.join(", ", known) + ".");
      }
    }
  }
}
