package dev.baton.chat.core.message;

import dev.baton.core.json.JsonObject;
import dev.baton.core.time.UtcText;

/**
 * A message as readers get it. Source: command specification, section 7.2.
 *
 * @param id its cursor
 * @param seq its number in the room, from 1
 * @param roomId the room
 * @param sender what its sender was called when it was sent
 * @param senderId the sender's public id
 * @param text what was said, as it was sent
 * @param timestamp when it was stored, milliseconds since 1970
 */
public record ChatMessage(
    String id,
    long seq,
    String roomId,
    String sender,
    String senderId,
    String text,
    long timestamp) {

  /** The wire form. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("id", id)
        .put("seq", seq)
        .put("roomId", roomId)
        .put("sender", sender)
        .put("senderId", senderId)
        .put("text", text)
        .put("timestamp", UtcText.write(timestamp))
        .build();
  }
}
