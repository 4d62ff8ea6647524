package dev.baton.shell.room;

import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A frame for everybody in a resource.
 *
 * @param frame what all get
 * @param authorId the participant whose sessions get {@code authorFrame} instead; null for nobody
 * @param authorFrame what the author's own sessions get
 * @param exceptSession the session that gets nothing; null for none
 */
public record RoomFrame(
    JsonObject frame,
    @Nullable String authorId,
    @Nullable JsonObject authorFrame,
    @Nullable String exceptSession) {

  /** The same frame for everybody. */
  public static RoomFrame toAll(JsonObject frame) {
    return new RoomFrame(frame, null, null, null);
  }

  /** The same frame for everybody but one session. */
  public static RoomFrame toOthers(JsonObject frame, String exceptSession) {
    return new RoomFrame(frame, null, null, exceptSession);
  }

  boolean concerns(Member member) {
    return !member.sessionId().equals(exceptSession);
  }

  boolean isAuthor(Member member) {
    return member.participantId().equals(authorId);
  }
}
