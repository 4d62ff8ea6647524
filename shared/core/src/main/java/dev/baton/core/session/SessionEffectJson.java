package dev.baton.core.session;

import static dev.baton.core.json.JsonFields.number;
import static dev.baton.core.json.JsonFields.text;

import dev.baton.core.frame.CloseReason;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.SessionEffect.PresenceChange;
import java.util.ArrayList;
import java.util.List;

/** Effects as the JSON that a session's write carries into its stream. */
public final class SessionEffectJson {
  private static final String CONNECTION = "connection";

  private SessionEffectJson() {}

  /** The effects in their order. */
  public static JsonArray toJson(List<SessionEffect> effects) {
    return new JsonArray(effects.stream().<Json>map(SessionEffectJson::toJson).toList());
  }

  /** The effects that {@link #toJson(List)} wrote. */
  public static List<SessionEffect> fromJson(JsonArray json) {
    List<SessionEffect> effects = new ArrayList<>();
    for (Json element : json.elements()) {
      if (element instanceof JsonObject effect) {
        effects.add(fromJson(effect));
      }
    }
    return effects;
  }

  private static JsonObject toJson(SessionEffect effect) {
    JsonObject.Builder json = JsonObject.builder();
    return switch (effect) {
      case SessionEffect.Welcome(String connection) ->
          json.put("type", "welcome").put(CONNECTION, connection).build();
      case SessionEffect.Close(String connection, CloseReason reason) ->
          json.put("type", "close")
              .put(CONNECTION, connection)
              .put("reason", reason.name())
              .build();
      case SessionEffect.Announce(PresenceChange change) ->
          json.put("type", "announce").put("change", change.name()).build();
      case SessionEffect.ArmTimer(long at) -> json.put("type", "arm_timer").put("at", at).build();
      case SessionEffect.Probe(String connection) ->
          json.put("type", "probe").put(CONNECTION, connection).build();
      case SessionEffect.Warn(String connection, String reason, long expiresAt) ->
          json.put("type", "warn")
              .put(CONNECTION, connection)
              .put("reason", reason)
              .put("expires_at", expiresAt)
              .build();
    };
  }

  private static SessionEffect fromJson(JsonObject json) {
    return switch (text(json, "type")) {
      case "welcome" -> new SessionEffect.Welcome(text(json, CONNECTION));
      case "close" ->
          new SessionEffect.Close(
              text(json, CONNECTION), CloseReason.valueOf(text(json, "reason")));
      case "announce" -> new SessionEffect.Announce(PresenceChange.valueOf(text(json, "change")));
      case "arm_timer" -> new SessionEffect.ArmTimer(number(json, "at"));
      case "probe" -> new SessionEffect.Probe(text(json, CONNECTION));
      case "warn" ->
          new SessionEffect.Warn(
              text(json, CONNECTION), text(json, "reason"), number(json, "expires_at"));
      default -> throw new IllegalArgumentException("no effect '" + text(json, "type") + "'");
    };
  }
}
