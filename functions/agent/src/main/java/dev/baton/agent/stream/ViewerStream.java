package dev.baton.agent.stream;

import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.frame.Framer;
import dev.baton.agent.core.frame.Reconnect;
import dev.baton.agent.core.viewer.Viewing;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies one run to one viewer, until either is over or the response has its planned end. Runs on
 * the thread of its request and never holds more than one page of the log.
 */
final class ViewerStream {
  private static final int PAGE = 64;
  private static final int LONGEST_WRITE = 256 << 10;
  private static final long LONGEST_REPLAY = 20L << 20;
  private static final Duration LOOK = Duration.ofMillis(500);

  private final ViewerParts parts;
  private final Opening.Ready opening;
  private final Viewing viewing;
  private final ResponseText response;
  private final SessionTail tail;
  private Framer framer;
  private long cursor;
  private long events;
  private long lastEventAt;
  private boolean attached;
  private boolean waiting;
  private boolean seen;

  ViewerStream(
      ViewerParts parts,
      Opening.Ready opening,
      Viewing viewing,
      ResponseText response,
      SessionTail tail) {
    this.parts = parts;
    this.opening = opening;
    this.viewing = viewing;
    this.response = response;
    this.tail = tail;
    this.cursor = opening.after();
    this.waiting = opening.run() == null;
    this.lastEventAt = viewing.openedAt();
    this.framer = parts.framers().of(opening.request(), opening.run(), cursor);
  }

  /** How many events were copied. */
  long events() {
    return events;
  }

  /** Copies; answers why it ended: {@code terminal}, {@code told} or the reason of the notice. */
  String copy() throws IOException, InterruptedException {
    response.write(framer.opening());
    while (true) {
      List<LoggedEvent> more = next();
      write(more);
      if (more.isEmpty()) {
        response.write(framer.caughtUp());
      }
      if (framer.isOver()) {
        return more.isEmpty() ? "told" : "terminal";
      }
      see();
      Reconnect notice = notice();
      if (notice != null) {
        return leave(notice);
      }
      if (more.isEmpty()) {
        rest();
      }
    }
  }

  private String leave(Reconnect notice) throws IOException {
    if (notice.reason() == Reconnect.Reason.SHUTDOWN) {
      Aside.run(tail::finish);
      write(next());
      if (framer.isOver()) {
        return "terminal";
      }
    }
    response.write(framer.close(notice));
    return notice.reason().wireName();
  }

  private void see() {
    if (!seen) {
      seen = true;
      parts.seen().run();
    }
  }

  private void rest() throws IOException, InterruptedException {
    long now = parts.clock().millis();
    if (now - response.lastWriteAt() >= viewing.times().heartbeat().toMillis()) {
      response.write(Framer.HEARTBEAT);
    }
    tail.await(cursor, LOOK);
  }

  /** What follows the cursor: from the log until the tail has it. */
  private List<LoggedEvent> next() {
    List<LoggedEvent> recent = attached ? tail.after(cursor) : null;
    if (recent != null) {
      return recent;
    }
    List<LoggedEvent> page = parts.log().after(cursor, PAGE, !attached);
    attached = attached || page.isEmpty() || page.getLast().seq() >= tail.head();
    // A page that does not go on where the last one ended has lost what is no longer kept.
    return page.isEmpty() || page.getFirst().seq() == cursor + 1 ? page : List.of();
  }

  private void write(List<LoggedEvent> more) throws IOException {
    StringBuilder text = new StringBuilder();
    for (LoggedEvent event : more) {
      if (waiting) {
        begin(event.runId());
      }
      text.append(framer.frames(event));
      cursor = event.seq();
      events++;
      if (text.length() >= LONGEST_WRITE || framer.isOver()) {
        break;
      }
    }
    if (!more.isEmpty()) {
      response.write(text.toString());
      lastEventAt = parts.clock().millis();
    }
  }

  private void begin(String runId) {
    waiting = false;
    parts.begun().accept(runId);
    if (opening.request().protocol().replays()) {
      framer = parts.framers().of(opening.request(), parts.runs().apply(runId), 0);
    }
  }

  private @Nullable Reconnect notice() {
    if (parts.draining().getAsBoolean()) {
      return parts.notices().of(Reconnect.Reason.SHUTDOWN);
    }
    if (response.bytes() > LONGEST_REPLAY && viewing.rotates()) {
      return parts.notices().of(Reconnect.Reason.LEASE);
    }
    Reconnect.Reason reason = viewing.reason(parts.clock().millis(), lastEventAt, waiting);
    return reason == null ? null : parts.notices().of(reason);
  }
}
