package dev.baton.agent.push;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.agent.AgentWiring;
import dev.baton.core.json.Json;
import dev.baton.shell.lambda.JsonFunction;
import dev.baton.shell.lambda.StreamBatch;

/** The function behind the stream of the Sessions table, for batches that sockets wait for. */
public final class AgentPushHandler extends JsonFunction {
  private final AgentPush push;

  /** The handler as Lambda makes it. */
  public AgentPushHandler() {
    this(AgentWiring.ofProcess());
  }

  /** The handler over these parts. */
  public AgentPushHandler(AgentWiring wiring) {
    this.push =
        new AgentPush(
            wiring.subscriptions(),
            wiring.live().sender(),
            wiring.sessions(),
            wiring.live().surroundings().log());
  }

  @Override
  protected Json answer(Json event, Context context) {
    return push.handle(StreamBatch.of(event));
  }
}
