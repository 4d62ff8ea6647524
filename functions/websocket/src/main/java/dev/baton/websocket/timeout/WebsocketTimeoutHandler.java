package dev.baton.websocket.timeout;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.lambda.JsonFunction;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.session.SessionTimer;
import dev.baton.shell.session.Tokens;
import dev.baton.websocket.WebsocketWiring;

/** The target of the schedules of sessions. */
public final class WebsocketTimeoutHandler extends JsonFunction {
  private final SessionClock clock;

  /** The handler as Lambda makes it. */
  public WebsocketTimeoutHandler() {
    this(WebsocketWiring.ofProcess());
  }

  /** The handler over these parts. */
  public WebsocketTimeoutHandler(WebsocketWiring wiring) {
    LiveWiring live = wiring.live();
    this.clock = new SessionClock(live.sessions(), new Tokens(), live.sender(), live.endpoint());
  }

  @Override
  protected Json answer(Json event, Context context) {
    String sessionId =
        event instanceof JsonObject object ? object.text(SessionTimer.SESSION_ID) : null;
    if (sessionId == null) {
      throw new IllegalArgumentException("The timer names no session.");
    }
    clock.strike(sessionId, context.getAwsRequestId());
    return JsonNull.NULL;
  }
}
