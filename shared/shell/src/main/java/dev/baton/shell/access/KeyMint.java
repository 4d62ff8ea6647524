package dev.baton.shell.access;

import dev.baton.shell.session.Hashes;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes API keys that nobody can guess. Thread-safe. */
public final class KeyMint {
  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 9;

  private final SecureRandom random = new SecureRandom();

  /** Keys from the platform's secure source. */
  public KeyMint() {}

  /** A new key: {@code baton_} and 43 characters base64url. */
  public String key() {
    return "baton_" + random(KEY_BYTES);
  }

  /** A new public name of a key: {@code key_} and 12 characters base64url. */
  public String keyId() {
    return "key_" + random(ID_BYTES);
  }

  /** The hash by which a key is kept and found: SHA-256 in lower-case hexadecimal. */
  public static String hash(String key) {
    return Hashes.sha256(key);
  }

  private String random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
