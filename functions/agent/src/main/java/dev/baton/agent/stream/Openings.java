package dev.baton.agent.stream;

import dev.baton.agent.core.access.PassCheck;
import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.frame.StreamProtocol;
import dev.baton.agent.core.position.Choice;
import dev.baton.agent.core.position.RunSpan;
import dev.baton.agent.core.position.Start;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.store.AgentSave;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.agent.store.DynamoTicketStore;
import dev.baton.agent.stream.Admission.Admitted;
import dev.baton.agent.stream.Admission.HeldTicket;
import dev.baton.core.session.Session;
import dev.baton.shell.session.Sessions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of requests: who may, which run, from where; and uses up the ticket. Source:
 * streaming specification, sections 4.1 to 4.3. Thread-safe.
 */
final class Openings {
  private static final int TRIES = 3;
  private static final String OVER = "done";

  private final Gate gate;
  private final Rows rows;
  private final Duration retention;
  private final InstantSource clock;

  /** What is read and written. */
  record Rows(
      DynamoAgentStore agents, DynamoEventLog log, DynamoTicketStore tickets, Sessions sessions) {}

  /**
   * Openings.
   *
   * @param retention how long events are kept
   */
  Openings(Gate gate, Rows rows, Duration retention, InstantSource clock) {
    this.gate = gate;
    this.rows = rows;
    this.retention = retention;
    this.clock = clock;
  }

  /** Decides about a request. */
  Opening open(StreamRequest request) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      AgentSession session = rows.agents().session(request.sessionId());
      Opening opening =
          switch (gate.admit(request, session)) {
            case Admission.Rejected(var refused) -> new Opening.Refusal(refused);
            case Admitted admitted ->
                session == null
                    ? new Opening.Refusal(StreamRefusals.NOT_FOUND)
                    : admitted(request, session, admitted);
          };
      if (!(opening instanceof Opening.Ready ready) || uses(ready)) {
        return opening;
      }
    }
    return new Opening.Refusal(StreamRefusals.TOKEN_EXPIRED);
  }

  private Opening admitted(StreamRequest request, AgentSession session, Admitted admitted) {
    HeldTicket ticket = admitted.ticket();
    String runId =
        ticket == null || ticket.pass().runId() == null ? request.runId() : ticket.pass().runId();
    String id = session.sessionId();
    long last = Math.max(session.nextSeq() - 1, rows.log().last(id));
    Place place = new Place(request, session, admitted, last);
    return switch (Choice.of(
        request.asked(), runId, session.inflightRun(), session.latestRun(), last)) {
      case Choice.Beyond beyond -> new Opening.Refusal(StreamRefusals.BEYOND);
      case Choice.None none -> new Opening.Empty(OVER, last);
      case Choice.First first -> isOver(id) ? new Opening.Empty(OVER, last) : place.ready(null, 0);
      case Choice.OfRun(String chosen) -> ofRun(place, chosen);
      case Choice.At(long seq) -> at(place, seq);
    };
  }

  /** A request of somebody who may see the session. */
  private record Place(StreamRequest request, AgentSession session, Admitted admitted, long last) {

    Opening ready(@Nullable Run run, long after) {
      return new Opening.Ready(
          request, session, run, after, last, admitted.ticket(), admitted.byCookie());
    }
  }

  private Opening at(Place place, long seq) {
    List<LoggedEvent> next = rows.log().after(place.session().sessionId(), seq - 1, 1, true);
    return next.isEmpty() || next.getFirst().seq() != seq
        ? new Opening.Empty(OVER, place.last())
        : ofRun(place, next.getFirst().runId());
  }

  private Opening ofRun(Place place, String runId) {
    Run run = rows.agents().run(place.session().sessionId(), runId);
    if (run == null) {
      return new Opening.Refusal(StreamRefusals.NOT_FOUND);
    }
    HeldTicket ticket = place.admitted().ticket();
    long now = clock.millis();
    if (ticket != null && ticket.resumes() && PassCheck.isOutlived(run, now)) {
      return new Opening.Refusal(StreamRefusals.TOKEN_EXPIRED);
    }
    StreamRequest request = place.request();
    boolean told = request.protocol() == StreamProtocol.AI_SDK && run.state().isTerminal();
    return switch (Start.of(request.asked(), RunSpan.of(run), retention, now)) {
      case Start.After(long after) when !told -> place.ready(run, after);
      case Start.After after -> new Opening.Empty(run.state().wireName(), place.last());
      case Start.Nowhere nowhere -> new Opening.Empty(run.state().wireName(), place.last());
    };
  }

  private boolean isOver(String sessionId) {
    Session session = rows.sessions().find(sessionId);
    return session == null || !session.state().isLive();
  }

  /** Uses the ticket of a stream; false when somebody used it at the same time. */
  private boolean uses(Opening.Ready ready) {
    HeldTicket ticket = ready.ticket();
    Run run = ready.run();
    if (ticket == null) {
      return true;
    }
    if (ticket.resumes()) {
      return run == null || ticket.pass().runId() != null || bind(ready, run.id());
    }
    return rows.tickets()
            .use(
                ready.session().sessionId(),
                ticket.secret(),
                run == null ? null : run.id(),
                clock.millis())
        == AgentSave.SAVED;
  }

  /** Binds the ticket of a stream, which waited for a run, to the run that began. */
  boolean bind(Opening.Ready ready, String runId) {
    HeldTicket ticket = ready.ticket();
    return ticket == null
        || rows.tickets().bind(ready.session().sessionId(), ticket.secret(), runId)
            == AgentSave.SAVED;
  }
}
