package dev.baton.local.domain;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.HandoffDefinition;
import dev.baton.core.command.Labels;
import dev.baton.core.command.Protocol;
import dev.baton.core.frame.WayBack;
import dev.baton.core.handoff.HandoffResult;
import dev.baton.core.handoff.HandoffShape;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.core.result.Succeeded;
import dev.baton.core.schema.Field;
import dev.baton.core.session.SessionParticipant;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.CommandEdge;
import dev.baton.shell.command.CommandFunction;
import dev.baton.shell.command.HandoffSessions;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.room.DynamoLogStore;
import dev.baton.shell.session.IssuedToken;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.SessionHandled;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.session.Tokens;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/** Starts a session for a board. */
public final class BoardConnectHandler extends CommandFunction {
  private static final HandoffDefinition HANDOFF =
      new HandoffDefinition(
          Protocol.WEBSOCKET, List.of(), true, "board-list", false, List.of("strokes"));
  private static final CommandDefinition DEFINITION =
      CommandDefinition.changing("board-connect", "Connects the caller to a board to draw on.")
          .labels(Labels.single(Labels.Action.CREATE))
          .exposed(Exposure.EVERYWHERE)
          .handoff(HANDOFF)
          .input(Field.requiredText("boardId", 20, "The board."))
          .output(HandoffShape.SHAPE)
          .build();

  public BoardConnectHandler() {
    this(LiveWiring.ofProcess());
  }

  private BoardConnectHandler(LiveWiring live) {
    this(
        live,
        new Boards(live.sessions(), live.logs(), live.endpoint(), live.surroundings().clock()));
  }

  private BoardConnectHandler(LiveWiring live, Boards boards) {
    super(
        CommandEdge.handingOff(
            DEFINITION,
            arguments -> arguments,
            (arguments, call) -> open(boards, arguments, call),
            new NoRepetition(),
            live.edgeParts()));
  }

  private static CommandResult open(Boards boards, Arguments arguments, Call call) {
    String board = arguments.requiredText("boardId");
    Tokens tokens = new Tokens();
    IssuedToken token = tokens.issue();
    SessionProfile profile =
        new SessionProfile(
            tokens.sessionId(),
            "board",
            "board:" + board,
            call.owner(),
            call.caller().keyId(),
            call.caller().scopes(),
            "websocket",
            new SessionParticipant("p_000000000001", "Ada", false),
            JsonObject.builder().put("boardId", board).build(),
            new WayBack("board-connect", "board-reconnect"),
            5,
            boards.logs.headOrNew("board:" + board).seq(),
            boards.clock.millis());
    return boards.sessions.open(profile, token, Origin.ofBaton(call.traceId()))
            instanceof SessionHandled.Decided decided
        ? Succeeded.with(result(boards, decided, token).toJson(), "A session was made.")
        : NoRepetition.CONFLICT;
  }

  private record Boards(
      Sessions sessions, DynamoLogStore logs, URI endpoint, InstantSource clock) {}

  private static HandoffResult result(
      Boards boards, SessionHandled.Decided decided, IssuedToken token) {
    String session = decided.decision().next().id();
    return new HandoffResult(
        Protocol.WEBSOCKET,
        boards.endpoint + "?session=" + session,
        new HandoffResult.Credentials(token.text(), session),
        new HandoffResult.Metadata(
            200,
            HANDOFF.capabilities(),
            boards.clock.millis() + 300_000,
            new HandoffResult.Reconnect(true, 5, 1_000),
            "A board",
            new HandoffResult.CatchUp(null, null, 0, 0)));
  }

  private record NoRepetition() implements HandoffSessions {
    private static final Refused CONFLICT =
        Refused.because(ErrorCodes.CONFLICT, "The board is busy.", "Call again.");

    @Override
    public CommandResult reissue(String sessionId, Call call) {
      return CONFLICT;
    }

    @Override
    public void discard(String sessionId, Call call) {}
  }
}
