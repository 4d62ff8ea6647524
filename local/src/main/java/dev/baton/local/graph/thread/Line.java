package dev.baton.local.graph.thread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a transcript.
 *
 * @param at milliseconds since 1970
 * @param from {@code participant}, {@code messenger} or the id of an app
 * @param kind what it is: text, tap, media, postback, referral, optin, message, pass, take,
 *     release, request, idle
 * @param text what a person would see, or the metadata of a change of control
 * @param details everything else, such as mid, buttons and metadata
 */
public record Line(long at, String from, String kind, @Nullable String text, ObjectNode details) {

  /** The line as the control API shows it and the journal keeps it. */
  public ObjectNode toJson() {
    ObjectNode json = Trees.object().put("at", at).put("from", from).put("kind", kind);
    if (text != null) {
      json.put("text", text);
    }
    details.properties().forEach(member -> json.set(member.getKey(), member.getValue()));
    return json;
  }

  /** The inverse of {@link #toJson}. */
  public static Line fromJson(ObjectNode json) {
    ObjectNode details = json.deepCopy();
    JsonNode text = details.remove("text");
    details.remove(List.of("at", "from", "kind"));
    return new Line(
        json.path("at").asLong(),
        json.path("from").asText(),
        json.path("kind").asText(),
        text == null ? null : text.asText(),
        details);
  }
}
