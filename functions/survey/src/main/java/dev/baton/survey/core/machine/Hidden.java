package dev.baton.survey.core.machine;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.values.ValueLimits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Names and room of hidden values. Source: survey spec §1.1 and §2.4. */
final class Hidden {
  /** When the form began. */
  static final String START_TIME = "startTime";

  /** The form that the participant came by. */
  static final String FORM = "form";

  /** The page. */
  static final String PAGE_ID = "pageid";

  /** The channel. */
  static final String PLATFORM = "platform";

  /** The advertisement that the participant came by. */
  static final String AD_ID = "ad_id";

  /** The ticket of a closed link. */
  static final String TICKET = "vt";

  private static final String ENGINE_PREFIX = "e_";
  private static final Set<String> OURS =
      Set.of("id", FORM, START_TIME, PAGE_ID, PLATFORM, "seed", AD_ID, TICKET);

  private Hidden() {}

  /** Whether only the engine may set that name. */
  static boolean isOurs(String name) {
    return OURS.contains(name) || name.startsWith(ENGINE_PREFIX);
  }

  /** Adds values of others as long as there is room, never over a name of ours. */
  static void addForeign(
      Map<String, Json> hidden, Map<String, Json> added, Map<String, Json> variables) {
    Map<String, Json> all = new LinkedHashMap<>(hidden);
    added.forEach((name, value) -> putForeign(all, name, value));
    if (ValueLimits.fit(all, variables)) {
      hidden.putAll(all);
      return;
    }
    added.forEach((name, value) -> putWhereRoom(hidden, name, value, variables));
  }

  private static void putWhereRoom(
      Map<String, Json> hidden, String name, Json value, Map<String, Json> variables) {
    Map<String, Json> more = new LinkedHashMap<>(hidden);
    putForeign(more, name, value);
    if (ValueLimits.fit(more, variables)) {
      putForeign(hidden, name, value);
    }
  }

  private static void putForeign(Map<String, Json> hidden, String name, Json value) {
    if (!isOurs(name)) {
      hidden.put(name, value);
    }
  }

  /** The members as hidden values; lists and objects as their text. */
  static Map<String, Json> scalars(JsonObject object) {
    Map<String, Json> values = new LinkedHashMap<>();
    for (JsonObject.Member member : object.members()) {
      Json value = member.value();
      boolean nested = value instanceof JsonObject || value instanceof JsonArray;
      values.putIfAbsent(member.name(), nested ? Json.of(value.write()) : value);
    }
    return values;
  }
}
