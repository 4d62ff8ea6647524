package dev.baton.shell.access;

import dev.baton.shell.session.SessionAccess;

/**
 * Whether the key that made a session may still be used. A key that is not there is like a revoked
 * one: whatever cannot be found cannot vouch for anybody. Sessions of callers who came with a JWT
 * have no key; their rights end with their sessions.
 */
public final class KeyAccess implements SessionAccess {
  /** The key id of callers who came without a key, with a JWT. */
  public static final String NO_KEY = "jwt";

  private final DynamoKeyStore keys;

  /** A check against these keys. */
  public KeyAccess(DynamoKeyStore keys) {
    this.keys = keys;
  }

  @Override
  public boolean isWithdrawn(String owner, String keyId) {
    if (keyId.equals(NO_KEY)) {
      return false;
    }
    ApiKey key = keys.find(owner, keyId);
    return key == null || !key.isUsable();
  }
}
