package dev.baton.chat.core.handoff;

import dev.baton.core.command.HandoffDefinition;
import dev.baton.core.command.Protocol;
import dev.baton.core.handoff.HandoffResult;
import dev.baton.core.handoff.HandoffResult.CatchUp;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.AgentHints;
import dev.baton.core.result.Succeeded;
import dev.baton.core.result.Undo;
import dev.baton.core.session.OutstandingToken;
import dev.baton.core.session.Session;
import java.util.List;

/**
 * The result of the commands that hand off to a room, alike for the first token of a session and
 * for every later one. Source: command specification, sections 1.3 and 4.1.
 */
public final class ChatHandoff {
  private static final int EXPECTED_LATENCY = 200;
  private static final int BACKOFF = 1_000;

  /** What chat hands off to. */
  public static final HandoffDefinition DEFINITION =
      new HandoffDefinition(
          Protocol.WEBSOCKET,
          List.of(),
          true,
          "chat-poll",
          false,
          List.of("text", "typing", "presence", "history"));

  private ChatHandoff() {}

  /**
   * The result.
   *
   * @param session the session, with the token that was just issued
   * @param secret the token itself
   * @param endpoint the address of all sockets, without a query
   * @param catchUp where the room is
   * @param reasoning what was done
   */
  public static Succeeded of(
      Session session, String secret, String endpoint, CatchUp catchUp, String reasoning) {
    OutstandingToken token = session.token();
    if (token == null) {
      throw new IllegalArgumentException("Session " + session.id() + " has no token to hand out.");
    }
    int left = session.reconnectsLeft();
    HandoffResult result =
        new HandoffResult(
            DEFINITION.protocol(),
            endpoint + "?session=" + session.id(),
            new HandoffResult.Credentials(secret, session.id()),
            new HandoffResult.Metadata(
                EXPECTED_LATENCY,
                DEFINITION.capabilities(),
                token.expiresAt(),
                new HandoffResult.Reconnect(left > 0, left, BACKOFF),
                "Live chat in room " + session.profile().resourceId(),
                catchUp));
    return Succeeded.with(result.toJson(), reasoning)
        .undoneBy(
            new Undo(
                "chat-disconnect", JsonObject.builder().put("sessionId", session.id()).build()))
        .hinting(hints(catchUp));
  }

  private static AgentHints hints(CatchUp catchUp) {
    String from = catchUp.fromMessageId();
    return new AgentHints.Handoff(
        DEFINITION.protocol().word(),
        DEFINITION.agentConsumable(),
        "Open the WebSocket at data.endpoint",
        DEFINITION.fallbackCommand(),
        "Connect before expiresAt, or call chat-poll with "
            + (from == null ? "this roomId" : "since=" + from));
  }
}
