package dev.baton.survey.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.json.JsonCanonical;
import dev.baton.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The key by which a redelivery of an item is recognised. Source: survey spec §2.3. */
final class EventKeys {
  private EventKeys() {}

  /**
   * The message id where there is one, else the SHA-256 of the canonical item in lower-case hex.
   */
  static String of(JsonObject item) {
    String mid = mid(item.object("message"));
    if (mid == null) {
      mid = mid(item.object("postback"));
    }
    return mid == null ? digest(JsonCanonical.sorted(item).write()) : mid;
  }

  private static @Nullable String mid(@Nullable JsonObject holder) {
    String mid = holder == null ? null : Texts.scalar(holder.get("mid"));
    return mid == null || mid.isBlank() ? null : mid;
  }

  private static String digest(String canonical) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("SHA-256 is part of every Java runtime.", missing);
    }
  }
}
