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
    Map<String, String> rates) {

  /** The names under which a key's own rates are stored and told to functions. */
  public static final List<String> RATES = List.of("rate_handoff", "rate_write", "rate_read");

  /** A key over a copy of its rates. */
  public ApiKey {
    rates = Map.copyOf(rates);
  }

  /** Whether it may still be used. */
  public boolean isUsable() {
    return revokedAt == null;
  }
}
