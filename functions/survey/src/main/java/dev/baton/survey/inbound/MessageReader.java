package dev.baton.survey.inbound;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.inbound.Happening.Echoed;
import dev.baton.survey.core.inbound.Happening.MediaSent;
import dev.baton.survey.core.inbound.Happening.Tapped;
import dev.baton.survey.core.inbound.Happening.TextSent;
import dev.baton.survey.inbound.ItemReader.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads messages and postbacks: echoes, taps, texts and media. Source: survey spec §2.2. */
final class MessageReader {
  private final String ourAppId;

  MessageReader(String ourAppId) {
    this.ourAppId = ourAppId;
  }

  Reading message(JsonObject message, Payload chosen) {
    if (ItemReader.isTrue(message, "is_echo")) {
      return Reading.of(echo(message), "foreign_echo");
    }
    if (ItemReader.isTrue(message, "is_deleted")) {
      return new Reading.Inert("deleted_message");
    }
    Happening tap = tap(chosen);
    if (tap != null) {
      return new Reading.Happened(tap);
    }
    String text = Texts.scalar(message.get("text"));
    return text != null
        ? new Reading.Happened(new TextSent(text))
        : Reading.of(media(message.array("attachments")), "unsupported_message");
  }

  Reading postback(JsonObject postback, Payload pressed, boolean standby) {
    Happening tap = tap(pressed);
    if (tap == null && standby) {
      String title = postback.text("title");
      tap = new Tapped(title == null ? "" : title, null);
    }
    return Reading.of(tap, "postback_without_payload");
  }

  private @Nullable Happening echo(JsonObject message) {
    String app = Ids.app(message.get("app_id"));
    JsonObject metadata = Texts.object(message.get("metadata"));
    if (metadata == null || (app != null && !app.equals(ourAppId))) {
      return null;
    }
    return new Echoed(metadata.text("eid"), metadata, message.text("text"));
  }

  private static @Nullable Happening tap(Payload payload) {
    String raw = Texts.of(payload.value());
    if (raw == null) {
      return null;
    }
    JsonObject members = payload.members();
    String value = members == null ? null : Texts.of(members.get("value"));
    return members == null || value == null
        ? new Tapped(raw, null)
        : new Tapped(value, Texts.scalar(members.get("ref")));
  }

  private static @Nullable Happening media(List<Json> attachments) {
    if (attachments.isEmpty() || !(attachments.getFirst() instanceof JsonObject first)) {
      return null;
    }
    JsonObject payload = first.object("payload");
    String type = first.text("type");
    return new MediaSent(
        type == null ? "file" : type,
        payload == null ? null : Texts.scalar(payload.get("url")),
        payload == null ? null : Texts.scalar(payload.get("id")));
  }
}
