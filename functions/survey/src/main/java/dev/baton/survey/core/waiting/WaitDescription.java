package dev.baton.survey.core.waiting;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An armed wait for people. */
final class WaitDescription {
  private WaitDescription() {}

  static Json tree(ArmedNode node) {
    JsonObject.Builder described = JsonObject.builder();
    switch (node) {
      case ArmedNode.Leaf leaf -> {
        described.put("type", type(leaf));
        describe(leaf, described);
      }
      case ArmedNode.Combined(Wait.Operator operator, List<ArmedNode> parts) ->
          described
              .put("op", operator.name().toLowerCase(Locale.ROOT))
              .put("vars", new JsonArray(parts.stream().map(WaitDescription::tree).toList()));
    }
    return described.build();
  }

  private static void describe(ArmedNode.Leaf leaf, JsonObject.Builder described) {
    switch (leaf) {
      case ArmedNode.Timeout timeout ->
          described.put("value", Instant.ofEpochMilli(timeout.deadline()).toString());
      case ArmedNode.External external -> described.put("value", external.pattern());
      case ArmedNode.HandoffReturn expected ->
          described
              .putIfPresent("target_app_id", expected.targetAppId())
              .putIfPresent("value", expected.value());
      case ArmedNode.UserMessage message -> {}
    }
  }

  static List<ArmedWait.Leaf> leaves(ArmedWait armed) {
    List<ArmedWait.Leaf> leaves = new ArrayList<>();
    collect(armed.tree(), "", armed.bits(), leaves);
    return leaves;
  }

  private static void collect(ArmedNode node, String path, long bits, List<ArmedWait.Leaf> leaves) {
    switch (node) {
      case ArmedNode.Leaf leaf ->
          leaves.add(
              new ArmedWait.Leaf(
                  path,
                  type(leaf),
                  leaf.isTrue(bits),
                  leaf instanceof ArmedNode.Timeout timeout ? timeout.deadline() : null));
      case ArmedNode.Combined(Wait.Operator operator, List<ArmedNode> parts) -> {
        for (int index = 0; index < parts.size(); index++) {
          collect(parts.get(index), path + "/vars/" + index, bits, leaves);
        }
      }
    }
  }

  private static String type(ArmedNode.Leaf leaf) {
    return switch (leaf) {
      case ArmedNode.Timeout timeout -> "timeout";
      case ArmedNode.External external -> "external";
      case ArmedNode.HandoffReturn expected -> "handoff_return";
      case ArmedNode.UserMessage message -> "user_message";
    };
  }
}
