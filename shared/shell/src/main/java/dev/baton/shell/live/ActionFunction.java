package dev.baton.shell.live;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.json.Json;
import dev.baton.shell.lambda.JsonFunction;

/** The function of an action that is no command: it answers frames only. */
public abstract class ActionFunction extends JsonFunction {
  private final ActionEdge actions;
  private final SocketAction action;

  /** A function that answers frames through this edge. */
  protected ActionFunction(ActionEdge actions, SocketAction action) {
    this.actions = actions;
    this.action = action;
  }

  @Override
  protected final Json answer(Json event, Context context) {
    return actions.respond(event, action);
  }
}
