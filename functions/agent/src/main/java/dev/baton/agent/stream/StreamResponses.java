package dev.baton.agent.stream;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.baton.agent.core.frame.Framer;
import dev.baton.agent.core.frame.Reconnect;
import dev.baton.agent.core.frame.StreamProtocol;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.viewer.StreamTimes;
import dev.baton.agent.core.viewer.Viewer;
import dev.baton.agent.core.viewer.Viewing;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoEventLog;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes streams as responses: headers, frames, and what is kept of a viewer while it watches.
 * Source: streaming specification, sections 4.4 and 11. Thread-safe.
 */
final class StreamResponses {
  private final Parts parts;

  /**
   * What responses are made of.
   *
   * @param agents where runs are
   * @param log what is copied
   * @param openings binds tickets to runs that begin later
   * @param tails who reads the log
   * @param open the streams that are open
   * @param attendance who watches
   * @param cookies what browsers get
   * @param framers what frames
   * @param notices what is said before a planned end
   * @param journal what is written down about streams
   */
  record Parts(
      DynamoAgentStore agents,
      DynamoEventLog log,
      Openings openings,
      Tails tails,
      OpenStreams open,
      Attendance attendance,
      Cookies cookies,
      Framers framers,
      Notices notices,
      StreamJournal journal,
      StreamTimes times,
      InstantSource clock) {}

  StreamResponses(Parts parts) {
    this.parts = parts;
  }

  /** Streams; returns when the response has ended. */
  void stream(HttpExchange exchange, Opening.Ready opening) throws IOException {
    if (parts.open().isDraining()) {
      sendAway(exchange, opening, Reconnect.Reason.SHUTDOWN);
      return;
    }
    boolean rotates = opening.request().protocol() == StreamProtocol.NATIVE;
    Viewing viewing =
        new Viewing(parts.clock().millis(), opening.request().deadline(), rotates, parts.times());
    Viewer viewer = Aside.<@Nullable Viewer>call(() -> entering(opening, viewing));
    if (viewer == null) {
      sendAway(exchange, opening, Reconnect.Reason.BUSY);
      return;
    }
    try {
      stream(exchange, opening, viewing, viewer);
    } finally {
      // A write that was cut has left its mark, which would keep the row from being deleted.
      Thread.interrupted();
      parts.attendance().leave(viewer);
    }
  }

  private @Nullable Viewer entering(Opening.Ready opening, Viewing viewing) {
    return parts.attendance().enter(opening.session().sessionId(), runId(opening.run()), viewing);
  }

  private void stream(HttpExchange exchange, Opening.Ready opening, Viewing viewing, Viewer viewer)
      throws IOException {
    Headers headers = headers(exchange, opening);
    String cookie = parts.cookies().header(opening);
    if (cookie != null) {
      headers.set("Set-Cookie", cookie);
    }
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    ResponseText response = new ResponseText(body, viewing.times().patience(), parts.clock());
    parts.open().enter(response);
    SessionTail tail =
        parts.tails().enter(viewer.sessionId(), opening.last(), runId(opening.run()), response);
    ViewerStream stream =
        new ViewerStream(viewerParts(opening, viewer), opening, viewing, response, tail);
    parts.journal().opened(viewer, opening);
    String reason = "gone";
    try {
      reason = stream.copy();
      body.close();
    } catch (IOException | InterruptedException gone) {
      // The viewer has gone, or has not read for too long: nothing that anybody need know.
    } finally {
      parts.tails().leave(tail, response);
      parts.open().leave(response);
      parts.journal().ended(viewer, reason, stream.events(), response.bytes());
    }
  }

  private ViewerParts viewerParts(Opening.Ready opening, Viewer viewer) {
    return new ViewerParts(
        (after, batches, consistent) ->
            Aside.call(() -> parts.log().after(viewer.sessionId(), after, batches, consistent)),
        parts.framers(),
        parts.notices(),
        () -> Aside.run(() -> parts.attendance().seen(viewer)),
        runId -> Aside.<@Nullable Run>call(() -> parts.agents().run(viewer.sessionId(), runId)),
        runId -> Aside.run(() -> begun(opening, viewer, runId)),
        parts.open()::isDraining,
        parts.clock());
  }

  private void begun(Opening.Ready opening, Viewer viewer, String runId) {
    parts.openings().bind(opening, runId);
    parts.attendance().reached(viewer, runId);
  }

  /** A stream that only says when to come back. */
  private void sendAway(HttpExchange exchange, Opening.Ready opening, Reconnect.Reason reason)
      throws IOException {
    headers(exchange, opening);
    exchange.sendResponseHeaders(200, 0);
    Framer framer = parts.framers().of(opening.request(), null, opening.after());
    String text = framer.opening() + framer.close(parts.notices().of(reason));
    try (OutputStream body = exchange.getResponseBody()) {
      new ResponseText(body, parts.times().patience(), parts.clock()).write(text);
    }
    parts.journal().sentAway(opening, reason);
  }

  private static Headers headers(HttpExchange exchange, Opening.Ready opening) {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/event-stream; charset=utf-8");
    headers.set("Cache-Control", "no-cache, no-transform");
    headers.set("X-Accel-Buffering", "no");
    headers.set("X-Baton-Session", opening.session().sessionId());
    String runId = runId(opening.run());
    if (runId != null) {
      headers.set("X-Baton-Run", runId);
    }
    if (opening.request().protocol() == StreamProtocol.AI_SDK) {
      headers.set("x-vercel-ai-ui-message-stream", "v1");
    }
    return headers;
  }

  private static @Nullable String runId(@Nullable Run run) {
    return run == null ? null : run.id();
  }
}
