package dev.baton.survey.store;

import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A change of a participant item that asks for a delivery, as the table's stream shows it.
 *
 * @param key which participant
 * @param body the participant as JSON text; null when the record lacks it
 * @param bulk whether nobody waits for the delivery
 */
public record WakeRecord(ParticipantKey key, @Nullable String body, boolean bulk) {

  /** The change of a stream record, or null when it asks for no delivery. */
  public static @Nullable WakeRecord of(JsonObject streamRecord) {
    JsonObject change = streamRecord.object("dynamodb");
    JsonObject image = change == null ? null : change.object("NewImage");
    if (image == null || !image.has(Columns.WAKE)) {
      return null;
    }
    String pk = value(image, Columns.PK);
    ParticipantKey key = pk == null ? null : SurveyKeys.participantOf(pk);
    return key == null
        ? null
        : new WakeRecord(key, value(image, Columns.BODY), image.has(Columns.BULK));
  }

  private static @Nullable String value(JsonObject image, String name) {
    JsonObject attribute = image.object(name);
    return attribute == null ? null : attribute.text("S");
  }
}
