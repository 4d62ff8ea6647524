package dev.baton.survey.core.waiting;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * An armed wait as compact JSON: one member per node, named after its kind; bits of leaves by their
 * order.
 */
final class ArmedWaitJson {
  private static final String TREE = "tree";
  private static final String BITS = "bits";
  private static final String SINCE = "since";
  private static final String ARMED_AT = "armed_at";
  private static final String APP = "app";
  private static final String VALUE = "value";

  private ArmedWaitJson() {}

  static JsonObject write(ArmedWait armed) {
    return JsonObject.builder()
        .put(TREE, node(armed.tree()))
        .put(BITS, armed.bits())
        .put(SINCE, armed.since())
        .put(ARMED_AT, armed.armedAt())
        .build();
  }

  private static JsonObject node(ArmedNode node) {
    return switch (node) {
      case ArmedNode.Timeout timeout -> single("at", Json.of(timeout.deadline()));
      case ArmedNode.External external -> single("signal", external.pattern());
      case ArmedNode.HandoffReturn expected ->
          single(
              "return",
              JsonObject.builder()
                  .putIfPresent(APP, expected.targetAppId())
                  .putIfPresent(VALUE, expected.value())
                  .build());
      case ArmedNode.UserMessage message -> single("message", JsonNull.NULL);
      case ArmedNode.Combined(Wait.Operator operator, List<ArmedNode> parts) -> {
        JsonArray array = new JsonArray(parts.stream().<Json>map(ArmedWaitJson::node).toList());
        yield switch (operator) {
          case OR -> single("or", array);
          case AND -> single("and", array);
        };
      }
    };
  }

  private static JsonObject single(String kind, Json value) {
    return JsonObject.builder().put(kind, value).build();
  }

  static ArmedWait read(JsonObject json) {
    JsonObject tree = json.object(TREE);
    if (tree == null) {
      throw new IllegalArgumentException("No armed wait: " + json.write());
    }
    return new ArmedWait(
        node(tree, new LeafCounter()),
        number(json, BITS),
        number(json, SINCE),
        number(json, ARMED_AT));
  }

  private static ArmedNode node(JsonObject json, LeafCounter counter) {
    if (json.members().size() != 1) {
      throw new IllegalArgumentException("No node of a wait: " + json.write());
    }
    Json value = json.members().getFirst().value();
    return switch (json.members().getFirst().name()) {
      case "at" -> new ArmedNode.Timeout(counter.next(), number(json, "at"));
      case "signal" -> new ArmedNode.External(counter.next(), value);
      case "return" -> handoffReturn(counter.next(), value);
      case "message" -> new ArmedNode.UserMessage(counter.next());
      case "or" -> new ArmedNode.Combined(Wait.Operator.OR, nodes(json.array("or"), counter));
      case "and" -> new ArmedNode.Combined(Wait.Operator.AND, nodes(json.array("and"), counter));
      default -> throw new IllegalArgumentException("No node of a wait: " + json.write());
    };
  }

  private static ArmedNode handoffReturn(int index, Json json) {
    JsonObject object = json instanceof JsonObject members ? members : JsonObject.EMPTY;
    return new ArmedNode.HandoffReturn(index, object.text(APP), object.get(VALUE));
  }

  private static List<ArmedNode> nodes(List<Json> elements, LeafCounter counter) {
    List<ArmedNode> nodes = new ArrayList<>();
    for (Json element : elements) {
      if (!(element instanceof JsonObject object)) {
        throw new IllegalArgumentException("No node of a wait: " + element.write());
      }
      nodes.add(node(object, counter));
    }
    return nodes;
  }

  private static long number(JsonObject json, String name) {
    if (json.get(name) instanceof JsonNumber(String literal)) {
      return Long.parseLong(literal);
    }
    throw new IllegalArgumentException("No number '" + name + "': " + json.write());
  }
}
