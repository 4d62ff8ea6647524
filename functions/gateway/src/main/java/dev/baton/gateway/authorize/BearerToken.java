package dev.baton.gateway.authorize;

import dev.baton.shell.access.KeyMint;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The credential of a request.
 *
 * @param value what the caller sent behind the scheme
 */
record BearerToken(String value) {
  private static final Pattern SHAPE = Pattern.compile("(?i:Bearer) +[A-Za-z0-9._~+/=-]{1,8192} *");
  private static final Pattern JWT =
      Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]*+");

  /**
   * The token of an Authorization header, or null when it is not one. Source: RFC 6750, section
   * 2.1.
   */
  static @Nullable BearerToken of(@Nullable String header) {
    return header != null && SHAPE.matcher(header).matches()
        ? new BearerToken(header.substring("Bearer ".length()).strip())
        : null;
  }

  /** Whether it has the three parts of a JWT. Source: RFC 7515, section 7.1. */
  boolean isJwt() {
    return JWT.matcher(value).matches();
  }

  /** What stores know this token by: the SHA-256 of its characters, in hexadecimal. */
  String sha256() {
    return KeyMint.hash(value);
  }

  /** Says nothing, so that no log line ever holds a key. */
  @Override
  public String toString() {
    return "BearerToken[hidden]";
  }
}
