package dev.baton.agent.socket;

import dev.baton.agent.core.socket.Reply;
import dev.baton.core.access.Caller;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Refused;
import dev.baton.core.result.Relayed;
import dev.baton.core.result.Succeeded;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.Shape;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.command.ScopeRefusal;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.live.ActionCall;
import dev.baton.shell.live.CheckedAction;
import dev.baton.shell.live.SocketAction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Actions of agents' sockets: members in snake_case, an own id that is echoed, and a {@code reply}
 * whether it was done or refused. Source: streaming specification, section 6.
 */
public final class AgentActions {
  private static final Field REQUEST_ID =
      Field.text("request_id", 128, "The client's own id of the frame, echoed in the reply.");
  private static final Field SESSION_ID =
      Field.text("session_id", 128, "The session; that of the connection if left out.");

  private AgentActions() {}

  /**
   * An action.
   *
   * @param name its name
   * @param command the command whose scope it needs
   * @param fields what it takes beside the ids that every action of a session may carry
   */
  public static SocketAction of(
      String name, String command, CheckedAction.Step step, Field... fields) {
    Shape input =
        Shape.of(
            Stream.concat(Stream.of(SESSION_ID, REQUEST_ID), Stream.of(fields))
                .toArray(Field[]::new));
    CheckedAction checked = new CheckedAction(name, input, step);
    return call ->
        replied(
            call,
            call.session().profile().scopes().cover(command)
                ? checked.act(call)
                : new SocketAction.Answer.Refused(ScopeRefusal.of(command).error()));
  }

  /**
   * An action that is a command.
   *
   * @param reading makes the command's input of what the frame says
   */
  public static <I> SocketAction ofCommand(
      String name, Command<I> command, Reading<I> reading, Field... fields) {
    return of(
        name,
        name,
        (arguments, call) ->
            reply(call, command.execute(reading.of(arguments, call.session().id()), asCall(call))),
        fields);
  }

  /**
   * Makes an input.
   *
   * @param <I> the command's input
   */
  @FunctionalInterface
  public interface Reading<I> {
    /** The input of a frame for that session. */
    I of(Arguments arguments, String sessionId);
  }

  private static SocketAction.Answer reply(ActionCall call, CommandResult result) {
    return switch (result) {
      case Succeeded success ->
          new SocketAction.Answer.Done(
              List.of(
                  Reply.done(
                      call.frame().json().text("request_id"),
                      inSnakeCase((JsonObject) success.data()))));
      case Refused(var error) -> new SocketAction.Answer.Refused(error);
      case Relayed never -> throw new IllegalStateException("Agent commands relay nothing.");
    };
  }

  private static JsonObject inSnakeCase(JsonObject data) {
    JsonObject.Builder said = JsonObject.builder();
    for (JsonObject.Member member : data.members()) {
      String name = member.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
      said.put(name, member.value());
    }
    return said.build();
  }

  /** The call of a command by the owner of the connection's session. */
  private static Call asCall(ActionCall call) {
    SessionProfile profile = call.session().profile();
    return new Call(
        new Caller(profile.ownerId(), profile.scopes(), profile.keyId()),
        call.traceId(),
        new HttpRequest("POST", "", Map.of(), Map.of(), new byte[0], Map.of(), "", ""));
  }

  // A refusal of the agent's is a reply; what nobody can follow stays an error frame, and counts.
  private static SocketAction.Answer replied(ActionCall call, SocketAction.Answer answer) {
    return answer instanceof SocketAction.Answer.Refused(var error)
        ? new SocketAction.Answer.Done(
            List.of(Reply.refused(call.frame().json().text("request_id"), error)))
        : answer;
  }
}
