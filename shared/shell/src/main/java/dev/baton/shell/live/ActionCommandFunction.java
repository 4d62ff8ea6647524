package dev.baton.shell.live;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.command.CommandEdge;
import dev.baton.shell.command.CommandFunction;
import dev.baton.shell.command.ScopeRefusal;

/**
 * The function of a command that is also an action of sockets: one function for requests and for
 * frames, told apart by whether the event has a connection.
 */
public abstract class ActionCommandFunction extends CommandFunction {
  private final ActionEdge actions;
  private final SocketAction action;

  /** A function that answers requests through one edge and frames through the other. */
  protected ActionCommandFunction(CommandEdge<?> edge, ActionEdge actions, SocketAction action) {
    super(edge);
    this.actions = actions;
    this.action = action;
  }

  @Override
  protected final Json answer(Json event, Context context) {
    return isFrame(event) ? actions.respond(event, this::act) : super.answer(event, context);
  }

  /** A connection gives no more rights than the key that made its session. */
  private SocketAction.Answer act(ActionCall call) {
    String command = definition().name();
    return call.session().profile().scopes().cover(command)
        ? action.act(call)
        : new SocketAction.Answer.Refused(ScopeRefusal.of(command).error());
  }

  private static boolean isFrame(Json event) {
    return event instanceof JsonObject object
        && object.object("requestContext") instanceof JsonObject circumstances
        && circumstances.has("connectionId");
  }
}
