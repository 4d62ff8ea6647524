package dev.baton.websocket.connect;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.json.Json;
import dev.baton.shell.lambda.JsonFunction;
import dev.baton.shell.socket.SocketEvent;
import dev.baton.websocket.WebsocketWiring;

/** The function behind the route {@code $connect}. */
public final class WebsocketConnectHandler extends JsonFunction {
  private final Doorkeeper doorkeeper;

  /** The handler as Lambda makes it. */
  public WebsocketConnectHandler() {
    this(WebsocketWiring.ofProcess());
  }

  /** The handler over these parts. */
  public WebsocketConnectHandler(WebsocketWiring wiring) {
    this.doorkeeper =
        new Doorkeeper(
            wiring.live().sessions(), wiring.live().connections(), wiring.allowedOrigins());
  }

  @Override
  protected Json answer(Json event, Context context) {
    return doorkeeper.answer(SocketEvent.of(event)).toJson();
  }
}
