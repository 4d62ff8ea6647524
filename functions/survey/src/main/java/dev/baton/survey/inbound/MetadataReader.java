package dev.baton.survey.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonText;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.json.JsonReading.Cause;
import dev.baton.shell.json.JsonReading.Readable;
import dev.baton.shell.json.JsonReading.Unreadable;
import dev.baton.survey.core.handoff.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a passing app attached: JSON text, plain text, a value, empty or absent; it never
 * fails. Source: survey spec §2.5.
 */
final class MetadataReader {
  private static final JsonReader READER =
      JsonReader.keepingDuplicates(WebhookReader.MAXIMUM_DEPTH);

  private MetadataReader() {}

  static Metadata read(@Nullable Json metadata) {
    return switch (metadata) {
      case null -> new Metadata.Absent();
      case JsonNull nothing -> new Metadata.Absent();
      case JsonText(String text) -> ofText(text);
      case Json value -> new Metadata.Structured(value, bytes(value.write()));
    };
  }

  private static Metadata ofText(String text) {
    if (text.isBlank()) {
      return new Metadata.Absent();
    }
    return switch (READER.read(text)) {
      case Readable(Json value) -> new Metadata.Structured(value, bytes(text));
      case Unreadable(Cause cause, String message) when cause == Cause.TOO_DEEP ->
          new Metadata.Structured(tooDeep(), bytes(text));
      case Unreadable unreadable -> new Metadata.Plain(text);
    };
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  // Deeper than the reader goes is deeper than the core accepts; only the depth is kept.
  private static Json tooDeep() {
    Json nest = JsonArray.EMPTY;
    for (int level = 1; level < WebhookReader.MAXIMUM_DEPTH; level++) {
      nest = JsonArray.of(nest);
    }
    return nest;
  }
}
