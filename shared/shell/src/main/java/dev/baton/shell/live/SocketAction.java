package dev.baton.shell.live;

import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandError;
import java.util.List;

/** What a domain does when a client of one of its sessions asks for an action. */
@FunctionalInterface
public interface SocketAction {

  /** What comes of an action. */
  sealed interface Answer {

    /**
     * It was done.
     *
     * @param frames what only the asking connection gets, in order; often nothing
     */
    record Done(List<JsonObject> frames) implements Answer {}

    /**
     * It was refused.
     *
     * @param error why
     */
    record Refused(CommandError error) implements Answer {}

    /**
     * It means nothing here; too many such frames end the connection.
     *
     * @param error why
     */
    record Meaningless(CommandError error) implements Answer {}

    /**
     * It came too soon after others.
     *
     * @param error why, with {@code retryAfterMs} in its details
     */
    record Limited(CommandError error) implements Answer {}
  }

  /** Acts for the current connection of a live session. */
  Answer act(ActionCall call);
}
