package dev.baton.survey.core.machine;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.participant.effect.Effect;
import java.util.Map;

/** Small surveys that begin where tests of the machine look: at a handoff, at a wait. */
final class Scenes {
  /** A handoff to {@link World#TARGET} of twenty minutes. */
  static final String HANDOFF =
      "{\"type\":\"handoff\",\"target_app_id\":\"999888777\",\"timeout_minutes\":20}";

  private Scenes() {}

  /** The handoff with more settings, given as JSON members. */
  static String handoffWith(String members) {
    return HANDOFF.replace("20}", "20," + members + "}");
  }

  /** A survey that hands off at {@code give} and asks {@code after} it; nobody came yet. */
  static World giving(String description) {
    return new World(
        FormText.form()
            .field("give", "handoff", "Over to them")
            .description(description)
            .ask("after")
            .ending("bye", "Bye"));
  }

  /** The same with a participant whose thread was passed. */
  static World given(String description) {
    return giving(description).link("form.FORM");
  }

  /** Two handoffs in a row. */
  static World givingTwice(String first, String second) {
    return new World(
        FormText.form()
            .field("one", "handoff", "1")
            .description(first)
            .field("two", "handoff", "2")
            .description(second)
            .ask("after"));
  }

  /** A survey that waits at {@code pause} and asks {@code after} it; nobody came yet. */
  static World pausing(String wait) {
    return new World(
        FormText.form()
            .field("pause", "wait", "A moment")
            .description(
                "{\"type\":\"wait\",\"responseMessage\":\"Not yet\",\"wait\":" + wait + "}")
            .ask("after"));
  }

  /** The same with a participant who waits. */
  static World paused(String wait) {
    return pausing(wait).link("form.FORM");
  }

  /** A wait of that time. */
  static String timeout(String value) {
    return "{\"type\":\"timeout\",\"value\":\"" + value + "\"}";
  }

  /** A wait for a signal of type {@code done} and, by that operator, for a time. */
  static String doneAndTime(String operator, String time) {
    return "{\"op\":\"%s\",\"vars\":[{\"type\":\"external\",\"value\":{\"type\":\"done\"}},%s]}"
        .formatted(operator, timeout(time));
  }

  /** The object of a JSON text. */
  static JsonObject object(String json) {
    return (JsonObject) FormText.json(json);
  }

  /** What the last decision counted. */
  static Map<String, Integer> counted(World world) {
    return world.last().metrics();
  }

  /** Whether an effect sets a timer. */
  static boolean arms(Effect effect) {
    return effect instanceof Effect.ArmTimer;
  }
}
