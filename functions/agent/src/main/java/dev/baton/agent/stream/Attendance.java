package dev.baton.agent.stream;

import dev.baton.agent.core.viewer.Viewer;
import dev.baton.agent.core.viewer.Viewing;
import dev.baton.agent.store.DynamoViewerStore;
import dev.baton.core.session.SessionCommand;
import dev.baton.shell.limit.DynamoBucketStore;
import dev.baton.shell.limit.Rate;
import dev.baton.shell.log.Log;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.session.Tokens;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who watches which session, and how many may. Source: streaming specification, sections 4.3 and
 * 10.2. Thread-safe.
 */
final class Attendance {
  private static final long MICROSECONDS_PER_MILLISECOND = 1_000;
  private static final Comparator<Viewer> BY_ARRIVAL =
      Comparator.comparingLong(Viewer::openedAt).thenComparing(Viewer::id);

  private final Rows rows;
  private final Room room;
  private final InstantSource clock;
  private final Log log;
  private final Tokens tokens = new Tokens();

  /**
   * How many may watch one session.
   *
   * @param viewers at once
   * @param opens how often a stream may be opened
   */
  record Room(int viewers, Rate opens) {}

  /** What is read and written. */
  record Rows(DynamoViewerStore viewers, DynamoBucketStore buckets, Sessions sessions) {}

  Attendance(Rows rows, Room room, InstantSource clock, Log log) {
    this.rows = rows;
    this.room = room;
    this.clock = clock;
    this.log = log;
  }

  /** Lets a viewer in; null when there is no room. */
  @Nullable Viewer enter(String sessionId, @Nullable String runId, Viewing viewing) {
    long now = clock.millis();
    if (!room.opens().isUnlimited()
        && rows.buckets().take("stream#" + sessionId, "open", room.opens(), micros(now)) > 0) {
      return null;
    }
    Viewer viewer =
        new Viewer(tokens.id("v_"), sessionId, runId, viewing.openedAt(), viewing.until());
    rows.viewers().open(viewer);
    // Whoever comes at the same time sees this row, or this one sees theirs.
    List<Viewer> sorted = rows.viewers().live(sessionId, now).stream().sorted(BY_ARRIVAL).toList();
    if (sorted.indexOf(viewer) < room.viewers()) {
      return viewer;
    }
    rows.viewers().close(sessionId, viewer.id());
    return null;
  }

  /** A viewer has seen the beginning of its stream: its session is in use. */
  void seen(Viewer viewer) {
    try {
      rows.sessions()
          .handle(viewer.sessionId(), new SessionCommand.Engage(), Origin.ofBaton(viewer.id()));
    } catch (RuntimeException fault) {
      log.error("session_not_engaged", Map.of("session_id", viewer.sessionId()), fault);
    }
  }

  /** The run that a viewer waited for has begun. */
  void reached(Viewer viewer, String runId) {
    rows.viewers().extend(viewer.sessionId(), viewer.id(), runId, viewer.until());
  }

  /** A viewer has gone. A row that cannot be deleted counts until its time. */
  void leave(Viewer viewer) {
    try {
      rows.viewers().close(viewer.sessionId(), viewer.id());
    } catch (RuntimeException fault) {
      log.error("viewer_not_closed", Map.of("viewer_id", viewer.id()), fault);
    }
  }

  private static long micros(long millis) {
    return millis * MICROSECONDS_PER_MILLISECOND;
  }
}
