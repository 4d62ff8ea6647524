package dev.baton.shell.repeat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.json.JsonCanonical;
import dev.baton.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which calls are the same call.
 *
 * @param owner whose call
 * @param command which command
 * @param key the caller's own name of the call, 1 to 128 printable ASCII characters
 * @param input SHA-256 of the canonical input in hexadecimal
 */
public record RepeatKey(String owner, String command, String key, String input) {

  /** The key of a call with that input. */
  public static RepeatKey of(String owner, String command, String key, JsonObject input) {
    return new RepeatKey(owner, command, key, sha256(JsonCanonical.sorted(input).write()));
  }

  /** Whether a text can be an idempotency key. */
  public static boolean isKey(String text) {
    return !text.isEmpty()
        && text.length() <= 128
        && text.chars().allMatch(each -> each >= 0x20 && each <= 0x7E);
  }

  String partition() {
    return "repeat#" + owner.replace("%", "%25").replace("#", "%23") + "#" + command + "#" + key;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
