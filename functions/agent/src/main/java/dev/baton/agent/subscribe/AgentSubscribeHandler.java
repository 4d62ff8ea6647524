package dev.baton.agent.subscribe;

import dev.baton.agent.AgentWiring;
import dev.baton.agent.socket.AgentActions;
import dev.baton.agent.socket.Subscribing;
import dev.baton.core.result.CommandError;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.shell.live.ActionFunction;
import dev.baton.shell.live.SocketAction;
import java.util.List;

/** The function behind the action {@code agent-subscribe}. */
public final class AgentSubscribeHandler extends ActionFunction {

  /** The handler as Lambda makes it. */
  public AgentSubscribeHandler() {
    this(AgentWiring.ofProcess());
  }

  /** The handler over these parts. */
  public AgentSubscribeHandler(AgentWiring wiring) {
    super(wiring.live().actions(), action(wiring.subscribing()));
  }

  private static SocketAction action(Subscribing subscribing) {
    return AgentActions.of(
        "agent-subscribe",
        "agent-poll",
        (arguments, call) -> {
          CommandError refusal =
              subscribing.subscribe(
                  call.session().id(),
                  call.connection().id(),
                  arguments.number("after"),
                  arguments.text("request_id"));
          return refusal == null
              ? new SocketAction.Answer.Done(List.of())
              : new SocketAction.Answer.Refused(refusal);
        },
        Field.optional(
            "after", FieldType.count(), "The last event that the client has; 0 for none."));
  }
}
