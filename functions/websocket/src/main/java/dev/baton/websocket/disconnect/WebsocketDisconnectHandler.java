package dev.baton.websocket.disconnect;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.json.Json;
import dev.baton.core.session.SessionCommand;
import dev.baton.shell.lambda.JsonFunction;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.socket.Connection;
import dev.baton.shell.socket.DynamoConnectionStore;
import dev.baton.shell.socket.SocketAnswer;
import dev.baton.shell.socket.SocketEvent;
import dev.baton.websocket.WebsocketWiring;

/**
 * The function behind the route {@code $disconnect}. It may come late, twice or never; only the
 * session's current connection matters.
 */
public final class WebsocketDisconnectHandler extends JsonFunction {
  private final Sessions sessions;
  private final DynamoConnectionStore connections;

  /** The handler as Lambda makes it. */
  public WebsocketDisconnectHandler() {
    this(WebsocketWiring.ofProcess());
  }

  /** The handler over these parts. */
  public WebsocketDisconnectHandler(WebsocketWiring wiring) {
    this.sessions = wiring.live().sessions();
    this.connections = wiring.live().connections();
  }

  @Override
  protected Json answer(Json event, Context context) {
    SocketEvent gone = SocketEvent.of(event);
    Connection connection = connections.load(gone.connectionId());
    if (connection != null) {
      Origin origin = new Origin(gone.sourceIp(), gone.userAgent(), gone.requestId());
      sessions.handle(connection.sessionId(), new SessionCommand.Drop(connection.id()), origin);
      connections.delete(connection.id());
    }
    return SocketAnswer.OK.toJson();
  }
}
