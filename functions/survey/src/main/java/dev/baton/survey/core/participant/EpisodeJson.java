package dev.baton.survey.core.participant;

import static dev.baton.core.json.JsonFields.number;
import static dev.baton.core.json.JsonFields.object;
import static dev.baton.core.json.JsonFields.text;

import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.participant.Episode.Cause;
import java.util.LinkedHashMap;
import java.util.Map;

/** Trouble of a participant as JSON. */
final class EpisodeJson {
  private EpisodeJson() {}

  static JsonObject toJson(Episode episode) {
    return JsonObject.builder()
        .put("error", episode.error().toJson())
        .put("before", episode.before().name())
        .put("cause", toJson(episode.cause()))
        .put("attempt", episode.attempt())
        .put("not_owner", episode.notOwner())
        .build();
  }

  static Episode fromJson(JsonObject json) {
    JsonObject error = object(json, "error");
    return new Episode(
        new ParticipantError(
            text(error, "tag"), error.text("code"), text(error, "message"), number(error, "ts")),
        State.valueOf(text(json, "before")),
        cause(object(json, "cause")),
        (int) number(json, "attempt"),
        JsonFields.flag(json, "not_owner"));
  }

  private static JsonObject toJson(Cause cause) {
    JsonObject.Builder json = JsonObject.builder();
    return switch (cause) {
      case Cause.RefusedEffect(String effectId) -> json.put("effect", effectId).build();
      case Cause.FailedHandoff(int step) -> json.put("handoff_step", step).build();
      case Cause.Link(String shortcode, Map<String, String> values) ->
          json.put("link", shortcode).put("values", values(values)).build();
      case Cause.Field(String ref) -> json.put("field", ref).build();
      case Cause.Nothing() -> json.build();
    };
  }

  private static Cause cause(JsonObject json) {
    if (json.has("effect")) {
      return new Cause.RefusedEffect(text(json, "effect"));
    }
    if (json.has("handoff_step")) {
      return new Cause.FailedHandoff((int) number(json, "handoff_step"));
    }
    if (json.has("link")) {
      return new Cause.Link(text(json, "link"), values(object(json, "values")));
    }
    return json.has("field") ? new Cause.Field(text(json, "field")) : new Cause.Nothing();
  }

  private static JsonObject values(Map<String, String> values) {
    JsonObject.Builder json = JsonObject.builder();
    values.forEach(json::put);
    return json.build();
  }

  private static Map<String, String> values(JsonObject json) {
    Map<String, String> values = new LinkedHashMap<>();
    for (JsonObject.Member member : json.members()) {
      values.put(member.name(), member.value() instanceof JsonText(String text) ? text : "");
    }
    return values;
  }
}
