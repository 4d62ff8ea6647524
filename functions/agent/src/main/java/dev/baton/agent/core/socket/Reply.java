package dev.baton.agent.core.socket;

import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandError;
import org.jspecify.annotations.Nullable;

/** Answers to frames of a client. Source: streaming specification, section 6. */
public final class Reply {
  private static final String TYPE = "type";

  private Reply() {}

  /**
   * What was asked was done.
   *
   * @param requestId the client's own id of the frame; null when it had none
   */
  public static JsonObject done(@Nullable String requestId, JsonObject data) {
    return reply(requestId).put("ok", true).put("data", data).build();
  }

  /** What was asked was refused. */
  public static JsonObject refused(@Nullable String requestId, CommandError error) {
    return reply(requestId).put("ok", false).put("error", error.toJson()).build();
  }

  /** There is more than one call can send: the client subscribes again behind that number. */
  public static JsonObject resubscribe(long after) {
    return JsonObject.builder().put(TYPE, "resubscribe").put("after", after).build();
  }

  private static JsonObject.Builder reply(@Nullable String requestId) {
    return JsonObject.builder().put(TYPE, "reply").putIfPresent("request_id", requestId);
  }
}
