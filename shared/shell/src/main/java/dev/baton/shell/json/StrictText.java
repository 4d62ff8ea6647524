package dev.baton.shell.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** UTF-8 decoding that refuses malformed bytes instead of replacing them. */
public final class StrictText {
  private StrictText() {}

  /** The text of the bytes, or null when they are not UTF-8. */
  public static @Nullable String decode(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    // The intrinsic decoder is several times faster; only a text with the replacement character is
    // looked at twice.
    return text.indexOf('\uFFFD') < 0 || isWellFormed(bytes) ? text : null;
  }

  private static boolean isWellFormed(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
