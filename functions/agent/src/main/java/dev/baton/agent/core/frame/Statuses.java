package dev.baton.agent.core.frame;

import dev.baton.core.json.JsonObject;
import java.util.Set;

/** Says in other protocols what only Baton's own stream has an event for. */
final class Statuses {
  private static final Set<String> PLACE = Set.of("seq", "run_id", "ts");

  private Statuses() {}

  /** The type and the own members of an event, without its place in the log. */
  static JsonObject of(JsonObject body) {
    return new JsonObject(
        body.members().stream().filter(member -> !PLACE.contains(member.name())).toList());
  }
}
