package dev.baton.shell.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes of texts in lower-case hex. */
public final class Hashes {
  private static final int MARK_LENGTH = 8;

  private Hashes() {}

  /** SHA-256, 64 digits. */
  public static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("SHA-256 is part of every Java runtime.", missing);
    }
  }

  /** What marks the cursors of a log: 8 digits of the hash of its id within its domain. */
  public static String mark(String resourceId) {
    return sha256(resourceId).substring(0, MARK_LENGTH);
  }

  /** HMAC-SHA-256, 64 digits. */
  static String keyed(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every Java runtime.", missing);
    }
  }
}
