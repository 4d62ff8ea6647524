package dev.baton.survey.core.render;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;

/**
 * The bodies of {@code POST /me/pass_thread_control} and {@code /me/take_thread_control}. Source:
 * survey spec §3.1.
 */
public final class ThreadControl {
  private ThreadControl() {}

  /**
   * Gives the thread to an app.
   *
   * @param metadata what the app is told: the author's metadata, interpolated
   */
  public static JsonObject pass(String userId, String targetAppId, Json metadata) {
    return JsonObject.builder()
        .put("recipient", new Recipient.Person(userId).toJson())
        .put("target_app_id", targetAppId)
        .put("metadata", metadata.write())
        .build();
  }

  /**
   * Takes the thread back.
   *
   * @param reason what ended the handoff, as in its record
   * @param durationSeconds how long the handoff was open
   */
  public static JsonObject take(
      String userId, String reason, String handoffId, String targetAppId, long durationSeconds) {
    JsonObject metadata =
        JsonObject.builder()
            .put("reason", reason)
            .put("handoff_id", handoffId)
            .put("target_app_id", targetAppId)
            .put("duration_seconds", durationSeconds)
            .build();
    return JsonObject.builder()
        .put("recipient", new Recipient.Person(userId).toJson())
        .put("metadata", metadata.write())
        .build();
  }
}
