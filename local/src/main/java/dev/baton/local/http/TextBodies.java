package dev.baton.local.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells bodies that travel as text from those that travel in base64. A text that is not UTF-8
 * travels in base64 too, so that a function can check a signature over the very bytes that were
 * sent.
 */
final class TextBodies {
  private static final Set<String> TEXT_TYPES =
      Set.of("application/json", "application/javascript", "application/xml");

  private TextBodies() {}

  /** The body as text, or null when it must be encoded. */
  static @Nullable String text(byte[] body, @Nullable String contentType) {
    if (!isText(contentType)) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }

  private static boolean isText(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String type = contentType.replaceAll(";.*$", "").strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || TEXT_TYPES.contains(type)
        || type.endsWith("+json")
        || type.endsWith("+xml");
  }
}
