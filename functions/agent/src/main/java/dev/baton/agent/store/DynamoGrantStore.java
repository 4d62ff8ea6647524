package dev.baton.agent.store;

import dev.baton.shell.access.ApiKey;
import dev.baton.shell.access.DynamoKeyStore;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;

/**
 * The credentials of runs: keys that end by themselves, and in the partition of each session which
 * it has, so that whoever ends the session ends them too, be their worker alive or not. A key is
 * written after its row and deleted before it. Thread-safe.
 */
public final class DynamoGrantStore {
  private static final String HASH = "hash";

  private final DynamoTable table;
  private final DynamoKeyStore keys;

  /** A store over the Sessions table, with its keys. */
  public DynamoGrantStore(DynamoTable table, DynamoKeyStore keys) {
    this.table = table;
    this.keys = keys;
  }

  /**
   * Writes a credential.
   *
   * @param expiresAt when the key ends by itself, milliseconds since 1970
   * @param hash the SHA-256 of the key in lower-case hexadecimal
   */
  public void open(String sessionId, ApiKey key, long expiresAt, String hash) {
    table.put(
        NewItem.of(AgentKeys.session(sessionId), AgentKeys.GRANT + hash)
            .put(HASH, hash)
            .put(AgentKeys.TTL, (Long) (expiresAt / 1_000 + 1)));
    keys.grant(key, hash);
  }

  /** Ends a credential, if it is there. */
  public void close(String sessionId, String hash) {
    keys.ungrant(hash);
    table.delete(AgentKeys.session(sessionId), AgentKeys.GRANT + hash);
  }

  /** Ends all credentials of a session. */
  public void closeAll(String sessionId) {
    for (Attributes item :
        table.all(table.beginningWith(AgentKeys.session(sessionId), AgentKeys.GRANT).build())) {
      close(sessionId, item.requiredText(HASH));
    }
  }
}
