package dev.baton.shell.live;

import dev.baton.core.frame.WayBack;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandError;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionRefusal;
import dev.baton.shell.log.Log;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.SessionHandled;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.socket.Connection;
import dev.baton.shell.socket.SocketAnswer;
import dev.baton.shell.socket.SocketEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything around an action: the frame is read, its connection must be the current one of a live
 * session, the session is touched, the domain acts, and the answer goes back on the socket. API
 * Gateway itself is told nothing but that the event was taken.
 */
public final class ActionEdge {
  private final LiveSockets sockets;
  private final Sessions sessions;
  private final Log log;

  /** An edge. */
  public ActionEdge(LiveSockets sockets, Sessions sessions, Log log) {
    this.sockets = sockets;
    this.sessions = sessions;
    this.log = log;
  }

  /** Answers one event; never throws for what a client sent or a store did. */
  public Json respond(Json event, SocketAction action) {
    SocketEvent frame = SocketEvent.of(event);
    Connection connection = sockets.find(frame.connectionId());
    if (connection == null) {
      sockets.close(
          frame.connectionId(), SessionRefusal.NOT_CURRENT.closeReason(), WayBack.UNKNOWN);
    } else {
      admit(frame, connection, action);
    }
    return SocketAnswer.OK.toJson();
  }

  private void admit(SocketEvent event, Connection connection, SocketAction action) {
    Origin origin = new Origin(event.sourceIp(), event.userAgent(), event.requestId());
    SessionCommand touch = new SessionCommand.Touch(connection.id(), null);
    switch (sessions.handle(connection.sessionId(), touch, origin)) {
      case SessionHandled.Decided(Session before, var decision) -> {
        SessionRefusal refusal = decision.refusal();
        if (refusal == null) {
          read(event, connection, decision.next(), action);
        } else if (!decision.closes(connection.id())) {
          // Otherwise the stream says the same, and once is enough.
          turnAway(connection, refusal, before.profile().wayBack());
        }
      }
      case SessionHandled.Contended busy ->
          sockets.refuse(connection.id(), conflict(), frameOf(event));
      case SessionHandled.Unknown gone ->
          turnAway(connection, SessionRefusal.NOT_CURRENT, WayBack.UNKNOWN);
      case SessionHandled.OverQuota never -> throw new IllegalStateException("Nothing is opened.");
    }
  }

  /** Tells a connection why its frames count for nothing, and ends it. */
  public void turnAway(Connection connection, SessionRefusal refusal, WayBack way) {
    if (refusal == SessionRefusal.NOT_AUTHENTICATED) {
      sockets.refuse(connection.id(), error(refusal, way), null);
    }
    sockets.close(connection.id(), refusal.closeReason(), way);
  }

  /** A refusal as an error frame says it. */
  public static CommandError error(SessionRefusal refusal, WayBack way) {
    return new CommandError(
        refusal.code(), refusal.message(), refusal.closeReason().suggestion(way), JsonObject.EMPTY);
  }

  private void read(
      SocketEvent event, Connection connection, Session session, SocketAction action) {
    WayBack way = session.profile().wayBack();
    switch (ClientFrame.of(event)) {
      case ClientFrame.Read.Broken(CommandError error) ->
          sockets.malformed(connection, error, null, way);
      case ClientFrame.Read.TooLarge(CommandError error) ->
          sockets.refuse(connection.id(), error, null);
      case ClientFrame.Read.Fine(ClientFrame frame) ->
          act(new ActionCall(frame, connection, session, event.requestId()), action);
    }
  }

  private void act(ActionCall call, SocketAction action) {
    Connection connection = call.connection();
    WayBack way = call.session().profile().wayBack();
    switch (answer(call, action)) {
      case SocketAction.Answer.Done done -> sockets.send(connection.id(), done.frames());
      case SocketAction.Answer.Refused(CommandError error) ->
          sockets.refuse(connection.id(), error, call.frame());
      case SocketAction.Answer.Meaningless(CommandError error) ->
          sockets.malformed(connection, error, call.frame(), way);
      case SocketAction.Answer.Limited(CommandError error) ->
          sockets.limited(connection, error, call.frame(), way);
    }
  }

  private SocketAction.Answer answer(ActionCall call, SocketAction action) {
    try {
      return action.act(call);
    } catch (RuntimeException fault) {
      log.error(
          "action_fault",
          Map.of(
              "action", String.valueOf(call.frame().name()),
              "trace_id", call.traceId(),
              "session_id", call.session().id()),
          fault);
      return new SocketAction.Answer.Refused(
          new CommandError(
              ErrorCodes.INTERNAL_ERROR,
              "The action failed.",
              "Send the same frame again, with the same clientMessageId if it has one.",
              JsonObject.EMPTY));
    }
  }

  private static @Nullable ClientFrame frameOf(SocketEvent event) {
    return ClientFrame.of(event) instanceof ClientFrame.Read.Fine(ClientFrame frame) ? frame : null;
  }

  private static CommandError conflict() {
    return new CommandError(
        ErrorCodes.CONFLICT,
        "Others changed the same session at the same time.",
        "Send the same frame again.",
        JsonObject.EMPTY);
  }
}
