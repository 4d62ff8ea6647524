package dev.baton.gateway.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The credential of a request.
 *
 * @param value what the caller sent behind the scheme
 */
record BearerToken(String value) {
  private static final String SHAPE = "(?i:Bearer) +[A-Za-z0-9._~+/=-]{1,512} *";

  /**
   * The token of an Authorization header, or null when it is not one. Source: RFC 6750, section
   * 2.1.
   */
  static @Nullable BearerToken of(@Nullable String header) {
    return header != null && header.matches(SHAPE)
        ? new BearerToken(header.substring("Bearer ".length()).strip())
        : null;
  }

  /** What stores know this token by: the SHA-256 of its characters, in hexadecimal. */
  String sha256() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }

  /** Says nothing, so that no log line ever holds a key. */
  @Override
  public String toString() {
    return "BearerToken[hidden]";
  }
}
