package dev.baton.websocket.push;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.json.Json;
import dev.baton.shell.lambda.JsonFunction;
import dev.baton.shell.lambda.StreamBatch;
import dev.baton.websocket.WebsocketWiring;

/** The function behind the stream of the Sessions table. */
public final class WebsocketPushHandler extends JsonFunction {
  private final Push push;

  /** The handler as Lambda makes it. */
  public WebsocketPushHandler() {
    this(WebsocketWiring.ofProcess());
  }

  /** The handler over these parts. */
  public WebsocketPushHandler(WebsocketWiring wiring) {
    this.push = Push.of(wiring.live());
  }

  @Override
  protected Json answer(Json event, Context context) {
    return push.handle(StreamBatch.of(event));
  }
}
