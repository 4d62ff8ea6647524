package dev.baton.survey.core.values;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonText;

/**
 * The last accepted answer to a question as the participant's state keeps it.
 *
 * @param text the response, for choices the label
 * @param value its typed reading: a number for number fields and scales, an ISO date for a date
 *     that reads, the {@code +digits} of a phone number, otherwise the text
 */
public record StoredAnswer(String text, Json value) {

  /** What a placeholder inserts: the number of a numeric answer, the response of every other. */
  public Json inserted() {
    return value instanceof JsonNumber ? value : new JsonText(text);
  }
}
