package dev.baton.agent.store;

import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;
import org.jspecify.annotations.Nullable;

/**
 * The address of the HTTP API at which a session was started last. Functions that the API's own
 * address depends on cannot be told it; where there is a session there is an address. Reads are
 * strongly consistent. Thread-safe.
 */
public final class DynamoApiStore {
  private static final String ADDRESS = "address";

  private final DynamoTable table;
  private volatile @Nullable String kept;

  /** A store over the Sessions table. */
  public DynamoApiStore(DynamoTable table) {
    this.table = table;
  }

  /**
   * Keeps an address, without a slash at the end, in place of the one before. Writes once for each
   * store and address: all sessions share the item.
   */
  public void keep(String address) {
    if (!address.equals(kept)) {
      table.put(NewItem.of(AgentKeys.API, AgentKeys.API).put(ADDRESS, address));
      kept = address;
    }
  }

  /** The address; null when no session was ever started. */
  public @Nullable String latest() {
    Attributes item = table.get(AgentKeys.API, AgentKeys.API);
    return item == null ? null : item.requiredText(ADDRESS);
  }
}
