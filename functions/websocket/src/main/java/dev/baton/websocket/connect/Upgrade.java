package dev.baton.websocket.connect;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client says while it opens a connection.
 *
 * @param sessionId the session; null when it is not said
 * @param token the token; null when it will be the first frame
 */
record Upgrade(@Nullable String sessionId, @Nullable String token) {
  private static final String SECOND = "?token=";

  /**
   * Reads the query. Clients that append {@code ?token=} to an address that has a query already are
   * understood.
   */
  static Upgrade of(Map<String, String> query) {
    String session = query.get("session");
    String token = query.get("token");
    int second = session == null ? -1 : session.indexOf(SECOND);
    if (session != null && second >= 0) {
      token = session.substring(second + SECOND.length());
      session = session.substring(0, second);
    }
    return new Upgrade(presence(session), presence(token));
  }

  private static @Nullable String presence(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
