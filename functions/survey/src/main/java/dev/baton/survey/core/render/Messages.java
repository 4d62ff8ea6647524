package dev.baton.survey.core.render;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.text.Missing;
import dev.baton.survey.core.values.Values;
import org.jspecify.annotations.Nullable;

/** The bodies of {@code POST /me/messages}. Source: survey spec §3.1, §3.2 and §4.2. */
public final class Messages {
  private Messages() {}

  /**
   * The message of a field.
   *
   * @param missing counts placeholders that had nothing to insert
   * @param eid the id of the effect, or null where the page leaves it out
   * @param repeat whether the field is asked again
   */
  public static JsonObject question(
      Field field,
      Values values,
      Missing missing,
      Recipient recipient,
      @Nullable String eid,
      boolean repeat) {
    throw new UnsupportedOperationException(
        "not yet " + field + values + missing + recipient + eid + repeat);
  }

  /** The line before a field that is asked again, and a reply while nothing is accepted. */
  public static JsonObject line(
      String text, String ref, Recipient recipient, @Nullable String eid) {
    throw new UnsupportedOperationException("not yet " + text + ref + recipient + eid);
  }

  /** The text of a closed survey. */
  public static JsonObject closed(
      String text, String ref, Recipient recipient, @Nullable String eid) {
    throw new UnsupportedOperationException("not yet " + text + ref + recipient + eid);
  }
}
