package dev.baton.shell.access;

import dev.baton.core.access.Scopes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An API key as the store knows it. Times are milliseconds since 1970.
 *
 * @param owner who owns what is made with it
 * @param keyId its public name
 * @param scopes what it may call
 * @param label what its owner calls it; null for nothing
 * @param createdAt when it was made; 0 when nobody noted it
 * @param revokedAt when it was revoked; null while it may be used
 * @param expiresAt when it ends by itself, as a grant does; null for never
 * @param rates its own rates by {@link #RATES}, as rates are written; what is absent is as
 *     configured
 */
public record ApiKey(
    String owner,
    String keyId,
    Scopes scopes,
    @Nullable String label,
    long createdAt,
    @Nullable Long revokedAt,
    @Nullable Long expiresAt,
    Map<String, String> rates) {

  /** The names under which a key's own rates are stored and told to functions. */
  public static final List<String> RATES = List.of("rate_handoff", "rate_write", "rate_read");

  /** A key over a copy of its rates. */
  public ApiKey {
    rates = Map.copyOf(rates);
  }

  /** A key that does not end by itself. */
  public ApiKey(
      String owner,
      String keyId,
      Scopes scopes,
      @Nullable String label,
      long createdAt,
      @Nullable Long revokedAt,
      Map<String, String> rates) {
    this(owner, keyId, scopes, label, createdAt, revokedAt, null, rates);
  }

  /** Whether it has ended by itself. */
  public boolean isExpired(long now) {
    return expiresAt != null && now >= expiresAt;
  }

  /** Whether nobody has revoked it. */
  public boolean isUsable() {
    return revokedAt == null;
  }
}
