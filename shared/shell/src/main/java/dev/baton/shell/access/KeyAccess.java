package dev.baton.shell.access;

import dev.baton.core.session.SessionProfile;
import dev.baton.shell.session.SessionAccess;
import org.jspecify.annotations.Nullable;

/**
 * Whether the key that made a session may still be used. A key that is not there is like a revoked
 * one: whatever cannot be found cannot vouch for anybody. Sessions of callers who came with a JWT
 * have no key; their rights end with their sessions.
 */
public final class KeyAccess implements SessionAccess {
  /** The key id of callers who came without a key, with a JWT. */
  public static final String NO_KEY = "jwt";

  /** Why sessions of a revoked key end. */
  public static final String REVOKED = "key-revoked";

  private final DynamoKeyStore keys;

  /** A check against these keys. */
  public KeyAccess(DynamoKeyStore keys) {
    this.keys = keys;
  }

  @Override
  public @Nullable String withdrawn(SessionProfile profile) {
    return isRevoked(profile.ownerId(), profile.keyId()) ? REVOKED : null;
  }

  /** Whether that owner's key may not be used any more. */
  public boolean isRevoked(String owner, String keyId) {
    if (keyId.equals(NO_KEY)) {
      return false;
    }
    ApiKey key = keys.find(owner, keyId);
    return key == null || !key.isUsable();
  }
}
