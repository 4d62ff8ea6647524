package dev.baton.shell.room;

import org.jspecify.annotations.Nullable;

/**
 * One session that is present in a resource.
 *
 * @param resource the resource, such as {@code chat:general}
 * @param sessionId the session
 * @param ownerId the principal whose session it is; never shown to others
 * @param participantId its participant; several sessions may have the same
 * @param name the name that others see
 * @param connectionId its connection; null while it is away
 * @param live whether pushes go to the connection, because it was welcomed
 * @param invisible whether others do not see it
 * @param since when the session was made, milliseconds since 1970
 * @param movedAt when it connected, or was lost if it is away, milliseconds since 1970
 */
public record Member(
    String resource,
    String sessionId,
    String ownerId,
    String participantId,
    String name,
    @Nullable String connectionId,
    boolean live,
    boolean invisible,
    long since,
    long movedAt) {

  /** Whether it is connected. */
  public boolean isOnline() {
    return connectionId != null;
  }
}
