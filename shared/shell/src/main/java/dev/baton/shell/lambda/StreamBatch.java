package dev.baton.shell.lambda;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch of records of a table's stream, in their order. Source: Lambda developer guide, "Using
 * Lambda with DynamoDB".
 *
 * @param records the records
 */
public record StreamBatch(List<JsonObject> records) {

  /** Keeps a copy. */
  public StreamBatch {
    records = List.copyOf(records);
  }

  /**
   * Reads an event.
   *
   * @throws IllegalArgumentException when it is no batch
   */
  public static StreamBatch of(Json event) {
    if (!(event instanceof JsonObject batch)) {
      throw new IllegalArgumentException("A batch of stream records is an object.");
    }
    List<JsonObject> records = new ArrayList<>();
    for (Json element : batch.array("Records")) {
      if (element instanceof JsonObject one) {
        records.add(one);
      }
    }
    return new StreamBatch(records);
  }

  /** The answer when the stream goes on from this record; null when every record was handled. */
  public static JsonObject answer(@Nullable JsonObject failed) {
    JsonArray failures =
        failed == null
            ? JsonArray.EMPTY
            : JsonArray.of(
                JsonObject.builder().put("itemIdentifier", sequenceNumber(failed)).build());
    return JsonObject.builder().put("batchItemFailures", failures).build();
  }

  private static String sequenceNumber(JsonObject failed) {
    JsonObject change = failed.object("dynamodb");
    String number = change == null ? null : change.text("SequenceNumber");
    return number == null ? "" : number;
  }
}
