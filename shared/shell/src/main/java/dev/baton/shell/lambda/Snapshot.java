package dev.baton.shell.lambda;

import dev.baton.shell.config.Surroundings;
import java.security.Security;
import java.util.List;
import java.util.Map;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Readies the process of a function for the snapshot that Lambda takes of it: a {@link Twin} of the
 * handler rehearses, so that the first call after a restore finds code that is loaded and compiled.
 * Whatever goes wrong is logged, and the snapshot is taken.
 *
 * <p>Source: AWS Lambda developer guide, "Runtime hooks for Lambda SnapStart".
 */
final class Snapshot implements Resource {
  private final Class<? extends JsonFunction> handler;

  private Snapshot(Class<? extends JsonFunction> handler) {
    this.handler = handler;
  }

  /**
   * Registers with the runtime, and lets the process keep no addresses of names. Whoever calls
   * keeps what is returned as long as itself: the runtime forgets what nobody else has.
   */
  static Snapshot ahead(Class<? extends JsonFunction> handler) {
    // Lambda's "Best practices for working with SnapStart": an address that was found before the
    // snapshot may be nobody's after it.
    Security.setProperty("networkaddress.cache.ttl", "0");
    Snapshot snapshot = new Snapshot(handler);
    Core.getGlobalContext().register(snapshot);
    return snapshot;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) throws InterruptedException {
    List<String> mishaps = new Twin(handler).rehearse();
    if (!mishaps.isEmpty()) {
      Surroundings.ofProcess()
          .log()
          .warn("priming_failed", Map.of("reason", String.join(" ", mishaps)));
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing is kept that grows old; docs/adr/0018-snapshots.md says why.
  }
}
