package dev.baton.shell.room;

import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * An item of a resource's log.
 *
 * @param resource the resource, such as {@code chat:general}
 * @param seq its number, from 1
 * @param at when it was appended, milliseconds since 1970; never less than that of the one before
 * @param type the type of the frame that brings it, such as {@code message}
 * @param body what readers get
 * @param authorId the participant who appended it
 * @param sessionId the session that it was sent over; null when it came by HTTPS
 * @param clientId the author's own id of it; null when there is none
 */
public record LogEntry(
    String resource,
    long seq,
    long at,
    String type,
    JsonObject body,
    String authorId,
    @Nullable String sessionId,
    @Nullable String clientId) {

  /** The frame for everybody, and for the author's sessions with the author's own id. */
  public RoomFrame frame() {
    JsonObject.Builder frame = JsonObject.builder().put("type", type);
    body.members().forEach(member -> frame.put(member.name(), member.value()));
    JsonObject forAll = frame.build();
    return clientId == null
        ? RoomFrame.toAll(forAll)
        : new RoomFrame(forAll, authorId, frame.put("clientMessageId", clientId).build(), null);
  }
}
