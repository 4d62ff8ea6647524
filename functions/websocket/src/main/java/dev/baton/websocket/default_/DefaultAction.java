package dev.baton.websocket.default_;

import dev.baton.core.frame.ServerFrame;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.shell.aws.LambdaCaller;
import dev.baton.shell.live.ActionCall;
import dev.baton.shell.live.ClientFrame;
import dev.baton.shell.live.SocketAction;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.Sessions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Frames that are the business of no domain, and frames that only name a type: those go to the
 * function that owns the action of that name in the session's domain. Source: command
 * specification, section 6.2.
 */
final class DefaultAction {
  private static final Map<String, String> VERBS =
      Map.of("message", "send", "typing", "typing", "presence", "presence", "history", "poll");

  private final Sessions sessions;
  private final Positions positions;
  private final Map<String, LambdaCaller> functions;
  private final InstantSource clock;

  DefaultAction(
      Sessions sessions,
      Positions positions,
      Map<String, LambdaCaller> functions,
      InstantSource clock) {
    this.sessions = sessions;
    this.positions = positions;
    this.functions = Map.copyOf(functions);
    this.clock = clock;
  }

  SocketAction.Answer act(ActionCall call, JsonObject event) {
    ClientFrame frame = call.frame();
    String name = frame.name();
    if ("ping".equals(name)) {
      return ping(call);
    }
    if ("auth_headers".equals(name)) {
      return new SocketAction.Answer.Done(List.of());
    }
    String verb = frame.action() == null && name != null ? VERBS.get(name) : null;
    String action = verb == null ? null : call.session().profile().domain() + "-" + verb;
    LambdaCaller function = action == null ? null : functions.get(action);
    if (action == null || function == null) {
      return new SocketAction.Answer.Meaningless(Errors.unknownAction(name));
    }
    function.call(filledIn(event, frame, action));
    return new SocketAction.Answer.Done(List.of());
  }

  private SocketAction.Answer ping(ActionCall call) {
    Session session = call.session();
    String confirmed = call.frame().json().text("lastMessageId");
    Long position = confirmed == null ? null : positions.of(session, confirmed);
    if (position != null && position == Positions.NONE) {
      return new SocketAction.Answer.Refused(Errors.invalidCursor());
    }
    if (position != null) {
      confirm(call, position);
    }
    JsonObject pong = new ServerFrame.Pong(clock.millis(), call.frame().ref()).toJson();
    return new SocketAction.Answer.Done(List.of(pong));
  }

  // Whether it is noted matters only to how much a client gets again after a drop.
  private void confirm(ActionCall call, @Nullable Long position) {
    sessions.handle(
        call.session(),
        new SessionCommand.Touch(call.connection().id(), position),
        Origin.ofBaton(call.traceId()));
  }

  private static JsonObject filledIn(JsonObject event, ClientFrame frame, String action) {
    JsonObject.Builder body = JsonObject.builder().put("action", action);
    frame.json().members().stream()
        .filter(member -> !member.name().equals("type"))
        .forEach(member -> body.put(member.name(), member.value()));
    JsonObject.Builder filled = JsonObject.builder();
    for (JsonObject.Member member : event.members()) {
      if (!member.name().equals("body")) {
        filled.put(member.name(), member.value());
      }
    }
    return filled.put("body", body.build().write()).build();
  }
}
