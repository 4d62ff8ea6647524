package dev.baton.core.session;

/**
 * A token that was issued and not used. There is at most one of a session.
 *
 * @param hash SHA-256 of the token, 64 hex digits
 * @param expiresAt until when it is accepted, milliseconds since 1970
 */
public record OutstandingToken(String hash, long expiresAt) {
  private static final int TOKEN_ID_LENGTH = 12;

  /** Whether it is no longer accepted. */
  public boolean isExpired(long now) {
    return now >= expiresAt;
  }

  /** The name of the token in audit lines: 12 hex digits of the hash. */
  public String tokenId() {
    return tokenId(hash);
  }

  /** The name of the token with that hash. */
  public static String tokenId(String hash) {
    return hash.substring(0, Math.min(TOKEN_ID_LENGTH, hash.length()));
  }
}
