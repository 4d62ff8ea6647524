package dev.baton.websocket.default_;

import dev.baton.core.sequence.SequenceCursor;
import dev.baton.core.session.Session;
import dev.baton.shell.room.DynamoLogStore;
import dev.baton.shell.room.LogHead;
import dev.baton.shell.session.Hashes;

/** Places in the log of a session's resource, as clients name them. */
final class Positions {
  /** What a name that names no place stands for. */
  static final long NONE = -1;

  private final DynamoLogStore logs;

  Positions(DynamoLogStore logs) {
    this.logs = logs;
  }

  /** The number of an item that exists, or {@link #NONE}. */
  long of(Session session, String messageId) {
    SequenceCursor cursor =
        SequenceCursor.read(messageId, Hashes.mark(session.profile().resourceId()));
    if (cursor == null) {
      return NONE;
    }
    LogHead head = logs.head(session.profile().resource());
    return head == null || cursor.seq() > head.seq() ? NONE : cursor.seq();
  }
}
