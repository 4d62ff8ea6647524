package dev.baton.shell.session;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Makes tokens and ids that nobody can guess. Thread-safe. */
public final class Tokens {
  private static final int TOKEN_BYTES = 32;
  private static final int ID_BYTES = 16;

  private final SecureRandom random = new SecureRandom();

  /** Tokens from the platform's secure source. */
  public Tokens() {}

  /** A new token. */
  public IssuedToken issue() {
    String text = random(TOKEN_BYTES);
    return new IssuedToken(text, hash(text));
  }

  /** A new session id: {@code ses_} and 22 characters base64url. */
  public String sessionId() {
    return id("ses_");
  }

  /** A new id: this prefix and 22 characters base64url, 128 random bits. */
  public String id(String prefix) {
    return prefix + random(ID_BYTES);
  }

  /**
   * The id of the session that a call with an idempotency key makes: every repetition of the call
   * finds it, also when the first try ended before anybody heard of it. An id is no secret.
   */
  public static String sessionId(String owner, String repeatKey) {
    byte[] digest = HexFormat.of().parseHex(Hashes.sha256(owner + '\0' + repeatKey));
    return "ses_" + text(Arrays.copyOf(digest, ID_BYTES));
  }

  /** The hash under which a presented token is looked for. */
  public static String hash(String token) {
    return Hashes.sha256(token);
  }

  private String random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return text(bytes);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
