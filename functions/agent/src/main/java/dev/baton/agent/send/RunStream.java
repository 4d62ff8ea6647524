package dev.baton.agent.send;

import dev.baton.agent.core.handoff.AgentHandoff;
import dev.baton.agent.core.handoff.AgentView;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.handoff.AgentHandoffs;
import dev.baton.agent.handoff.Renewal;
import dev.baton.agent.schema.AgentErrors;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.core.command.Protocol;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Refused;
import dev.baton.core.result.Succeeded;
import dev.baton.core.session.Session;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Reissue;
import dev.baton.shell.session.Sessions;
import java.util.Objects;

/**
 * The answer of a run that has begun, with what opens its events; and the same again, with a fresh
 * secret, for a repetition of the call.
 */
final class RunStream implements Reissue {
  private static final String SESSION_ID = "sessionId";
  private static final String RUN_ID = "runId";
  private static final String PROTOCOL = "protocol";

  private final Sessions sessions;
  private final DynamoAgentStore store;
  private final AgentHandoffs handoffs;

  RunStream(Sessions sessions, DynamoAgentStore store, AgentHandoffs handoffs) {
    this.sessions = sessions;
    this.store = store;
    this.handoffs = handoffs;
  }

  AgentHandoffs.Issued issue(Run run, Session session, Protocol protocol, Call call) {
    AgentView view = handoffs.view(session.id(), run.id(), null);
    return protocol == Protocol.SSE
        ? new AgentHandoffs.Issued.Handoff(handoffs.stream(session, view))
        : handoffs.renew(session, Renewal.SOCKET_BACK, view, call);
  }

  CommandResult answer(Run run, boolean replayed, AgentHandoff handoff) {
    JsonObject data =
        JsonObject.builder()
            .put(RUN_ID, run.id())
            .put("firstSeq", run.terms().firstSeq())
            .put("state", run.state().wireName())
            .put("replayed", replayed)
            .put("stream", handoff.toJson())
            .build();
    return Succeeded.with(data, "The run is committed; its events stream as they come.")
        .hinting(handoff.hints());
  }

  @Override
  public JsonObject keep(Json data) {
    JsonObject answer = data instanceof JsonObject object ? object : JsonObject.EMPTY;
    JsonObject stream = part(answer, "stream");
    return JsonObject.builder()
        .putIfPresent(RUN_ID, answer.text(RUN_ID))
        .putIfPresent(SESSION_ID, part(stream, "credentials").text(SESSION_ID))
        .putIfPresent(PROTOCOL, stream.text(PROTOCOL))
        .build();
  }

  @Override
  public CommandResult again(JsonObject kept, Call call) {
    String sessionId = text(kept, SESSION_ID);
    Session session = sessions.findOwned(sessionId, call.owner());
    Run run = session == null ? null : store.run(sessionId, text(kept, RUN_ID));
    if (session == null || run == null) {
      return AgentErrors.noSession();
    }
    if (!session.state().isLive()) {
      return AgentErrors.ended(session);
    }
    boolean streams = text(kept, PROTOCOL).equals(Protocol.SSE.word());
    return switch (issue(run, session, streams ? Protocol.SSE : Protocol.WEBSOCKET, call)) {
      case AgentHandoffs.Issued.Handoff(AgentHandoff handoff) -> answer(run, true, handoff);
      case AgentHandoffs.Issued.Not(Refused refusal) -> refusal;
    };
  }

  private static JsonObject part(JsonObject object, String name) {
    return Objects.requireNonNullElse(object.object(name), JsonObject.EMPTY);
  }

  private static String text(JsonObject object, String name) {
    return Objects.requireNonNullElse(object.text(name), "");
  }
}
