package dev.baton.survey.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a webhook body: {@code sha256=} and the HMAC-SHA256 of its bytes in hex. Source:
 * survey spec §2.1.
 */
final class Signature {
  private static final String PREFIX = "sha256=";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int HEX_LENGTH = 64;

  private Signature() {}

  /**
   * Whether the header signs the bytes with one of the secrets. Takes the same time wherever it
   * differs.
   */
  static boolean isValid(@Nullable String header, byte[] body, List<String> secrets) {
    byte[] given = bytes(header);
    boolean valid = false;
    for (String secret : secrets) {
      valid |= given != null && MessageDigest.isEqual(hmac(secret, body), given);
    }
    return valid;
  }

  private static byte @Nullable [] bytes(@Nullable String header) {
    if (header == null || !header.startsWith(PREFIX)) {
      return null;
    }
    String hex = header.substring(PREFIX.length());
    boolean isHex = hex.length() == HEX_LENGTH && hex.chars().allMatch(HexFormat::isHexDigit);
    return isHex ? HexFormat.of().parseHex(hex) : null;
  }

  private static byte[] hmac(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
      return mac.doFinal(body);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("HmacSHA256 is part of every Java runtime.", missing);
    }
  }
}
