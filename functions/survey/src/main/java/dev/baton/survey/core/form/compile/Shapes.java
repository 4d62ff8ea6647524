package dev.baton.survey.core.form.compile;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.answer.Acceptance;
import dev.baton.survey.core.form.MessageShape;
import dev.baton.survey.core.text.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles how the message of a field looks. Source: survey spec §4.2. */
final class Shapes {
  private static final Template UTC = Template.constant("UTC");
  private static final Template ALLOW = Template.constant("ALLOW");

  private Shapes() {}

  static MessageShape of(FieldReading field, Acceptance acceptance) {
    return switch (field.type()) {
      case SHORT_TEXT,
          LONG_TEXT,
          DATE,
          NUMBER,
          EMAIL,
          PHONE_NUMBER,
          STATEMENT,
          THANKYOU_SCREEN,
          WAIT,
          HANDOFF,
          STITCH,
          UPLOAD,
          FILE_UPLOAD,
          SHARE ->
          MessageShape.Text.ALONE;
      case MULTIPLE_CHOICE,
          DROPDOWN,
          PICTURE_CHOICE,
          BUTTON_CHOICE,
          YES_NO,
          LEGAL,
          OPINION_SCALE,
          RATING ->
          buttons(acceptance.labels(), field.source().ref());
      case WEBVIEW -> Webviews.of(field);
      case ATTACHMENT -> Attachments.of(field);
      case NOTIFY -> MessageShape.OneTimeNotification.REQUEST;
      case NOTIFICATION_MESSAGES ->
          new MessageShape.NotificationMessages(
              or(field.settings().template("timezone"), UTC),
              or(field.settings().template("ctaText"), ALLOW));
      case UTILITY_MESSAGE -> UtilityMessages.of(field, acceptance.labels());
    };
  }

  private static MessageShape buttons(List<String> labels, String ref) {
    List<Json> quickReplies = new ArrayList<>();
    for (String label : labels) {
      quickReplies.add(
          JsonObject.builder()
              .put("content_type", "text")
              .put("title", label)
              .put("payload", payload(label, ref))
              .build());
    }
    return new MessageShape.Buttons(labels, new JsonArray(quickReplies));
  }

  /** What a button of the field sends back. */
  static String payload(String label, String ref) {
    return JsonObject.builder().put("value", label).put("ref", ref).build().write();
  }

  private static Template or(@Nullable Template given, Template otherwise) {
    return given == null ? otherwise : given;
  }
}
