package dev.baton.core.result;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A result as it is sent and as it is stored for a repeated call: the envelope without its
 * metadata, which every answer gets anew.
 *
 * @param status the HTTP status
 * @param body the envelope without metadata and without {@code _agentHints}
 * @param hints the hints, empty when there are none
 */
public record Answer(int status, JsonObject body, JsonObject hints) {
  private static final String AGENT_HINTS = "_agentHints";
  private static final String METADATA = "metadata";

  /** The answer of a result. */
  public static Answer of(CommandResult result) {
    return switch (result) {
      case Succeeded success ->
          new Answer(success.status(), body(success), hints(success.extras().hints()));
      case Refused(CommandError error) ->
          new Answer(
              error.code().status(),
              JsonObject.builder().put("success", false).put("error", error.toJson()).build(),
              JsonObject.EMPTY);
      case Relayed(int status, JsonObject envelope) ->
          new Answer(status, envelope, JsonObject.EMPTY);
    };
  }

  /** The answer that {@link #stored} wrote. */
  public static Answer restored(int status, JsonObject stored) {
    JsonObject hints = stored.object(AGENT_HINTS);
    return hints == null
        ? new Answer(status, stored, JsonObject.EMPTY)
        : new Answer(
            status,
            new JsonObject(stored.members().subList(0, stored.members().size() - 1)),
            hints);
  }

  /** The answer as a store keeps it: everything but the metadata. */
  public JsonObject stored() {
    return hinted(builder()).build();
  }

  /**
   * The envelope on the wire, its keys in the order of the specification. What is passed on keeps
   * the metadata it came with.
   */
  public JsonObject toJson(ResultMetadata metadata) {
    if (body.has(METADATA)) {
      return body;
    }
    return hinted(builder().put(METADATA, metadata.toJson(hints))).build();
  }

  private JsonObject.Builder builder() {
    JsonObject.Builder envelope = JsonObject.builder();
    body.members().forEach(member -> envelope.put(member.name(), member.value()));
    return envelope;
  }

  private JsonObject.Builder hinted(JsonObject.Builder envelope) {
    return hints.members().isEmpty() ? envelope : envelope.put(AGENT_HINTS, hints);
  }

  private static JsonObject hints(@Nullable AgentHints hints) {
    return hints == null ? JsonObject.EMPTY : hints.toJson();
  }

  private static JsonObject body(Succeeded success) {
    Succeeded.Extras extras = success.extras();
    JsonObject.Builder body =
        JsonObject.builder()
            .put("success", true)
            .put("data", success.data())
            .put("confidence", new JsonNumber(Double.toString(success.confidence())))
            .put("reasoning", success.reasoning());
    putAll(body, "sources", extras.sources(), Source::toJson);
    putAll(body, "plan", extras.plan(), PlanStep::toJson);
    putAll(body, "alternatives", extras.alternatives(), Alternative::toJson);
    putAll(body, "warnings", extras.warnings(), Warning::toJson);
    putAll(body, "suggestions", extras.suggestions(), Json::of);
    Undo undo = extras.undo();
    if (undo != null) {
      body.put("undoCommand", undo.command()).put("undoArgs", undo.input());
    }
    return body.build();
  }

  private static <T> void putAll(
      JsonObject.Builder body, String name, List<T> values, Function<T, Json> json) {
    if (!values.isEmpty()) {
      body.put(name, new JsonArray(values.stream().map(json).toList()));
    }
  }
}
