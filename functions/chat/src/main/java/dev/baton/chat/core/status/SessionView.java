package dev.baton.chat.core.status;

import dev.baton.core.frame.PresentParticipant;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.Ending;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionProfile;
import dev.baton.core.time.UtcText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner sees it. Source: command specification, section 7.1.
 *
 * @param session the session as the clock has it
 * @param lastMessageId the room's last message; null when there is none
 * @param lastSeq its number
 * @param sent messages sent over the session
 * @param received messages of others since it began
 * @param participants who is in the room; null when nobody asked
 */
public record SessionView(
    Session session,
    @Nullable String lastMessageId,
    long lastSeq,
    long sent,
    long received,
    @Nullable List<PresentParticipant> participants) {

  /** The data of the command. */
  public JsonObject toJson() {
    SessionProfile profile = session.profile();
    JsonObject.Builder data =
        JsonObject.builder()
            .put("sessionId", session.id())
            .put("roomId", profile.resourceId())
            .put("protocol", profile.protocol())
            .put("state", session.state().wireName())
            .put("createdAt", UtcText.write(profile.createdAt()))
            .putIfPresent("connectedAt", time(session.connectedAt()))
            .putIfPresent("disconnectedAt", time(session.disconnectedAt()));
    Ending ending = session.ending();
    if (ending != null) {
      data.put("closedAt", UtcText.write(ending.at())).put("closeReason", ending.reason());
    }
    data.put("lastActivity", UtcText.write(session.lastActivity()));
    if (session.state().isLive()) {
      data.put("expiresAt", UtcText.write(session.deadline()));
    }
    data.put("reconnect", reconnect())
        .putIfPresent("lastMessageId", lastMessageId)
        .put("lastSeq", lastSeq)
        .put(
            "metrics",
            JsonObject.builder()
                .put("messagesSent", sent)
                .put("messagesReceived", received)
                .build());
    return participants == null
        ? data.build()
        : data.put(
                "participants",
                new JsonArray(participants.stream().<Json>map(PresentParticipant::toJson).toList()))
            .build();
  }

  private JsonObject reconnect() {
    return JsonObject.builder()
        .put("attempts", session.reconnectAttempts())
        .put("maxAttempts", session.profile().maxReconnects())
        .put("remaining", session.reconnectsLeft())
        .build();
  }

  private static @Nullable String time(@Nullable Long moment) {
    return moment == null ? null : UtcText.write(moment);
  }
}
