package dev.baton.chat.store;

import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;
import dev.baton.shell.room.MemberItems;
import org.jspecify.annotations.Nullable;

/**
 * What participants of a room called themselves last, whether they are present or not: partition
 * {@code resource#<resource>}, sort key {@code name#<participant id>}. Reads are strongly
 * consistent.
 */
public final class DynamoNameStore {
  private static final String NAME = "name";

  private final DynamoTable table;

  /** A store over the Sessions table. */
  public DynamoNameStore(DynamoTable table) {
    this.table = table;
  }

  /** The name of a participant, or null. */
  public @Nullable String find(String resource, String participantId) {
    Attributes item = table.get(MemberItems.partition(resource), sortKey(participantId));
    return item == null ? null : item.text(NAME);
  }

  /** Keeps the name of a participant. */
  public void put(String resource, String participantId, String name) {
    table.put(NewItem.of(MemberItems.partition(resource), sortKey(participantId)).put(NAME, name));
  }

  private static String sortKey(String participantId) {
    return "name#" + participantId;
  }
}
