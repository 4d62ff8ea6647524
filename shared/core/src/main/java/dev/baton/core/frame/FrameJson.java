package dev.baton.core.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.time.UtcText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Frames on the wire, their members in the order of the specification. */
final class FrameJson {
  private static final int ENVELOPE = 1024;

  private FrameJson() {}

  static JsonObject of(ServerFrame frame) {
    return switch (frame) {
      case ServerFrame.Welcome welcome -> welcome(welcome);
      case ServerFrame.History history -> history(history);
      case ServerFrame.Presence presence -> presence(presence);
      case ServerFrame.PresenceList list ->
          typed("presence")
              .put("event", "list")
              .put("participants", participants(list.participants()))
              .putIfPresent("participantsTotal", total(list.participants()))
              .putIfPresent("ref", list.ref())
              .build();
      case ServerFrame.Pong pong ->
          typed("pong")
              .put("timestamp", UtcText.write(pong.timestamp()))
              .putIfPresent("ref", pong.ref())
              .build();
      case ServerFrame.TokenRefresh refresh ->
          typed("token_refresh")
              .put("token", refresh.token())
              .put("expiresAt", UtcText.write(refresh.expiresAt()))
              .put("endpoint", refresh.endpoint())
              .put("reason", "connection-limit")
              .build();
      case ServerFrame.SessionExpiring expiring ->
          typed("session-expiring")
              .put("reason", expiring.reason())
              .put("expiresAt", UtcText.write(expiring.expiresAt()))
              .build();
      case ServerFrame.Refusal refusal -> refusal(refusal);
      case ServerFrame.Closed closed -> closed(closed);
    };
  }

  private static JsonObject welcome(ServerFrame.Welcome welcome) {
    JsonObject.Builder frame = typed("welcome").put("sessionId", welcome.sessionId());
    copy(welcome.place(), frame);
    return frame
        .put("participantId", welcome.participantId())
        .put("nickname", welcome.nickname())
        .putIfPresent("lastMessageId", welcome.lastMessageId())
        .put("lastSeq", welcome.lastSeq())
        .put("participants", participants(welcome.participants()))
        .putIfPresent("participantsTotal", total(welcome.participants()))
        .put("heartbeatMs", welcome.heartbeatMs())
        .put("connectionExpiresAt", UtcText.write(welcome.connectionExpiresAt()))
        .build();
  }

  private static JsonObject history(ServerFrame.History history) {
    JsonObject.Builder frame = typed("history");
    copy(history.place(), frame);
    return frame
        .put("messages", new JsonArray(history.messages()))
        .put("hasMore", history.hasMore())
        .putIfPresent("lastMessageId", history.lastMessageId())
        .put("lastSeq", history.lastSeq())
        .putIfPresent("ref", history.ref())
        .build();
  }

  private static JsonObject presence(ServerFrame.Presence presence) {
    JsonObject participant =
        JsonObject.builder()
            .put("id", presence.participantId())
            .put("name", presence.name())
            .build();
    return typed("presence").put("event", presence.event()).put("participant", participant).build();
  }

  private static JsonObject refusal(ServerFrame.Refusal refusal) {
    JsonObject.Builder frame = typed("error");
    copy(refusal.error().toJson(), frame);
    return frame
        .putIfPresent("action", refusal.action())
        .putIfPresent("ref", refusal.ref())
        .build();
  }

  private static JsonObject closed(ServerFrame.Closed closed) {
    CloseReason reason = closed.reason();
    return typed("closed")
        .put("code", reason.code())
        .put("reason", reason.wireName())
        .put("message", reason.message())
        .put("reconnect", reason.reconnect())
        .put("suggestion", reason.suggestion(closed.way()))
        .build();
  }

  private static JsonObject.Builder typed(String type) {
    return JsonObject.builder().put("type", type);
  }

  private static void copy(JsonObject from, JsonObject.Builder to) {
    from.members().forEach(member -> to.put(member.name(), member.value()));
  }

  private static JsonArray participants(List<PresentParticipant> participants) {
    return new JsonArray(fitting(participants));
  }

  /** How many there are if the frame cannot hold them all, or null. */
  private static @Nullable Json total(List<PresentParticipant> participants) {
    int fitting = fitting(participants).size();
    return fitting == participants.size() ? null : Json.of(participants.size());
  }

  private static List<Json> fitting(List<PresentParticipant> participants) {
    List<Json> fitting = new ArrayList<>();
    int size = ENVELOPE;
    for (PresentParticipant participant : participants) {
      JsonObject one = participant.toJson();
      size += one.write().getBytes(UTF_8).length + 1;
      if (size > HistoryFrames.LONGEST_FRAME) {
        break;
      }
      fitting.add(one);
    }
    return fitting;
  }
}
