package dev.baton.agent.work.tool;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.store.DynamoGrantStore;
import dev.baton.core.access.Scopes;
import dev.baton.shell.access.ApiKey;
import dev.baton.shell.access.KeyMint;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Credentials of runs: keys that name the exact commands, are deleted when their worker leaves, end
 * by themselves soon after its invocation, and are listed nowhere. Thread-safe. Source: streaming
 * specification, section 7.5.
 */
public final class ToolGrants {
  private final DynamoGrantStore grants;
  private final KeyMint mint;
  private final InstantSource clock;

  /** Grants that are kept there. */
  public ToolGrants(DynamoGrantStore grants, KeyMint mint, InstantSource clock) {
    this.grants = grants;
    this.mint = mint;
    this.clock = clock;
  }

  /** A credential in the worker's memory; closing it makes it useless. */
  public record Grant(String sessionId, String token, DynamoGrantStore grants)
      implements AutoCloseable {
    @Override
    public void close() {
      grants.close(sessionId, KeyMint.hash(token));
    }

    @Override
    public String toString() {
      return "Grant";
    }
  }

  /**
   * A grant for that run.
   *
   * @param commands what it may call
   * @param forMs milliseconds for which it lives when nobody ends it
   */
  public Grant open(Run run, List<String> commands, long forMs) {
    String token = mint.key();
    long now = clock.millis();
    ApiKey key =
        new ApiKey(
            run.terms().owner(),
            run.id(),
            new Scopes(commands),
            null,
            now,
            null,
            now + forMs,
            Map.of());
    grants.open(run.sessionId(), key, now + forMs, KeyMint.hash(token));
    return new Grant(run.sessionId(), token, grants);
  }
}
