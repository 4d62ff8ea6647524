package dev.baton.websocket.default_;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.lambda.JsonFunction;
import dev.baton.shell.live.ActionEdge;
import dev.baton.shell.live.ClientFrame;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.socket.SocketAnswer;
import dev.baton.shell.socket.SocketEvent;
import dev.baton.websocket.WebsocketWiring;

/** The function behind the route {@code $default}. */
public final class WebsocketDefaultHandler extends JsonFunction {
  private final ActionEdge edge;
  private final Authentication authentication;
  private final DefaultAction action;

  /** The handler as Lambda makes it. */
  public WebsocketDefaultHandler() {
    this(WebsocketWiring.ofProcess());
  }

  /** The handler over these parts. */
  public WebsocketDefaultHandler(WebsocketWiring wiring) {
    LiveWiring live = wiring.live();
    Positions positions = new Positions(live.logs());
    this.edge = live.actions();
    this.authentication = new Authentication(live.sessions(), positions, live.sockets(), edge);
    this.action =
        new DefaultAction(
            live.sessions(), positions, wiring.actions(), live.surroundings().clock());
  }

  @Override
  protected Json answer(Json event, Context context) {
    if (!(event instanceof JsonObject object)) {
      throw new IllegalArgumentException("The event is no JSON object.");
    }
    SocketEvent frame = SocketEvent.of(object);
    if (ClientFrame.of(frame) instanceof ClientFrame.Read.Fine(ClientFrame fine)
        && "auth".equals(fine.name())) {
      authentication.present(frame, fine);
      return SocketAnswer.OK.toJson();
    }
    return edge.respond(object, call -> action.act(call, object));
  }
}
