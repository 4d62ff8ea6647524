package dev.baton.survey.core.render;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.MessageShape;
import dev.baton.survey.core.form.SendParameters;
import dev.baton.survey.core.text.Missing;
import dev.baton.survey.core.text.Template;
import dev.baton.survey.core.values.Values;
import org.jspecify.annotations.Nullable;

/** The bodies of {@code POST /me/messages}. Source: survey spec §3.1, §3.2 and §4.2. */
public final class Messages {
  private static final String RESPONSE = "RESPONSE";
  private static final String UTILITY = "UTILITY";

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
    SendParameters parameters = field.sendParameters();
    Template type = parameters.messagingType();
    Template tag = parameters.tag();
    String otherwise = field.shape() instanceof MessageShape.Utility ? UTILITY : RESPONSE;
    String metadata = MessageMetadata.question(field, values, missing, eid, repeat);
    return JsonObject.builder()
        .put("recipient", recipient.toJson())
        .put("messaging_type", type == null ? otherwise : type.render(values, missing))
        .putIfPresent("tag", tag == null ? null : tag.render(values, missing))
        .put(
            "message",
            new MessageBody(field, values, missing).members().put("metadata", metadata).build())
        .build();
  }

  /** The line before a field that is asked again, and a reply while nothing is accepted. */
  public static JsonObject line(
      String text, String ref, Recipient recipient, @Nullable String eid) {
    return plain(text, MessageMetadata.line(ref, eid), recipient);
  }

  /** The text of a closed survey. */
  public static JsonObject closed(
      String text, String ref, Recipient recipient, @Nullable String eid) {
    return plain(text, MessageMetadata.closed(ref, eid), recipient);
  }

  private static JsonObject plain(String text, String metadata, Recipient recipient) {
    return JsonObject.builder()
        .put("recipient", recipient.toJson())
        .put("messaging_type", RESPONSE)
        .put(
            "message",
            JsonObject.builder()
                .put("text", MessageText.fitting(text))
                .put("metadata", metadata)
                .build())
        .build();
  }
}
