package dev.baton.agent.core.handoff;

import dev.baton.core.command.HandoffDefinition;
import dev.baton.core.command.Protocol;
import dev.baton.core.handoff.HandoffResult;
import dev.baton.core.handoff.HandoffResult.CatchUp;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.AgentHints;
import dev.baton.core.result.Succeeded;
import dev.baton.core.result.Undo;
import java.util.List;

/**
 * What a caller needs to watch an agent session. Source: streaming specification, section 2.
 *
 * @param sessionId the session
 * @param protocol how it is watched
 * @param endpoint the address to open, without any secret
 * @param token what opens it
 * @param expiresAt until when the token must be used, milliseconds since 1970
 * @param reconnectsLeft how many tokens may still be asked for
 * @param view what is shown
 */
public record AgentHandoff(
    String sessionId,
    Protocol protocol,
    String endpoint,
    String token,
    long expiresAt,
    int reconnectsLeft,
    AgentView view) {
  private static final int EXPECTED_LATENCY = 50;
  private static final int BACKOFF = 1_000;
  private static final List<String> OF_STREAMS =
      List.of("tokens", "tool-calls", "approvals", "resume");
  private static final List<String> OF_SOCKETS =
      List.of("tokens", "tool-calls", "approvals", "resume", "prompts");

  /** What agent sessions hand off to. */
  public static final HandoffDefinition DEFINITION =
      new HandoffDefinition(
          Protocol.SSE, List.of(Protocol.WEBSOCKET), true, "agent-poll", false, OF_SOCKETS);

  /** Says no token. */
  @Override
  public String toString() {
    return "AgentHandoff[" + sessionId + "]";
  }

  /** The result of a command whose data it is. */
  public Succeeded result(String reasoning) {
    return Succeeded.with(toJson(), reasoning)
        .undoneBy(new Undo("agent-end", JsonObject.builder().put("sessionId", sessionId).build()))
        .hinting(hints());
  }

  /** The handoff as data. */
  public JsonObject toJson() {
    boolean streams = protocol == Protocol.SSE;
    return new HandoffResult(
            protocol,
            endpoint,
            new HandoffResult.Credentials(token, sessionId),
            new HandoffResult.Metadata(
                EXPECTED_LATENCY,
                streams ? OF_STREAMS : OF_SOCKETS,
                expiresAt,
                new HandoffResult.Reconnect(reconnectsLeft > 0, reconnectsLeft, BACKOFF),
                "Live events of an agent session",
                view.catchUp(),
                view.runId()))
        .toJson();
  }

  /** What an agent that reads the result does next. */
  public AgentHints hints() {
    CatchUp catchUp = view.catchUp();
    String from = catchUp.fromMessageId();
    return new AgentHints.Handoff(
        protocol.word(),
        DEFINITION.agentConsumable(),
        protocol == Protocol.SSE
            ? "Open the event stream at data.endpoint with the token as bearer or ticket"
            : "Open the WebSocket at data.endpoint",
        DEFINITION.fallbackCommand(),
        "Connect before expiresAt, or call agent-poll with this sessionId and after="
            + (from == null ? "0" : from));
  }
}
