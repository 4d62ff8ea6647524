package dev.baton.survey.core.form.compile;

import dev.baton.survey.core.form.MessageShape;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.Template;
import java.util.List;

/** Compiles the message that is a picture, video, sound or file. Source: survey spec §4.2. */
final class Attachments {
  private static final List<String> TYPES = List.of("image", "video", "audio", "file");
  private static final String DEFAULT_TYPE = "image";

  private Attachments() {}

  static MessageShape of(FieldReading field) {
    Settings attachment = field.settings().inside("attachment");
    String type = type(field, attachment);
    Template url = attachment.template("url");
    Template attachmentId = attachment.template("attachment_id");
    if (url == null && attachmentId == null) {
      field.error(
          "bad-attachment",
          "the attachment has no source",
          "Write attachment: {type: image, url: https://example.org/picture.png}.");
    }
    return new MessageShape.Attachment(type, attachmentId == null ? url : null, attachmentId);
  }

  private static String type(FieldReading field, Settings attachment) {
    JsonTemplate given = attachment.get("type");
    String type = attachment.constant("type");
    if (given == null || (type != null && TYPES.contains(type))) {
      return type == null ? DEFAULT_TYPE : type;
    }
    field.error(
        "bad-attachment",
        "attachment type " + Settings.quoted(given) + " is not known",
        "Write " + String.join(", ", TYPES) + ".");
    return DEFAULT_TYPE;
  }
}
