package dev.baton.shell.session;

import dev.baton.core.session.Session;
import dev.baton.core.session.SessionEffect;
import dev.baton.shell.dynamo.StreamImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A write of a session that asks for something to be done, as the table's stream shows it.
 *
 * @param session the session as it was written
 * @param effects what follows from that write, in order
 */
public record SessionChange(Session session, List<SessionEffect> effects) {

  /** Keeps a copy. */
  public SessionChange {
    effects = List.copyOf(effects);
  }

  /** The change of an image, or null when it is another kind of item or asks for nothing. */
  public static @Nullable SessionChange of(StreamImage image, DynamoSessionStore store) {
    String body = image.text(SessionRows.BODY);
    String effects = image.text(SessionRows.EFFECTS);
    return SessionRows.SORT_KEY.equals(image.text("sk")) && body != null && effects != null
        ? new SessionChange(store.ofBody(body), store.ofEffects(effects))
        : null;
  }
}
