package dev.baton.core.frame;

/**
 * The commands by which a client comes back after its connection was closed.
 *
 * @param start the command that starts a new session, such as {@code chat-connect}
 * @param reconnect the command that issues a fresh token of the same session
 */
public record WayBack(String start, String reconnect) {

  /** For a connection of which no session is known. */
  public static final WayBack UNKNOWN =
      new WayBack("the domain's start command", "the domain's reconnect command");
}
