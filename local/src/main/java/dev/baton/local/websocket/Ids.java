package dev.baton.local.websocket;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Ids as API Gateway makes them: sixteen characters of which the last is an equals sign, so that
 * whoever puts one into a URL must encode it.
 */
final class Ids {
  private static final int BYTES = 11;

  private final SecureRandom random = new SecureRandom();

  String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
