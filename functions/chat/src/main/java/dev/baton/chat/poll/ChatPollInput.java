package dev.baton.chat.poll;

import dev.baton.shell.command.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are asked for.
 *
 * @param roomId the room
 * @param since the last message that the caller has; null for none
 * @param limit how many at most
 * @param latest whether the newest are wanted
 */
record ChatPollInput(String roomId, @Nullable String since, int limit, boolean latest) {

  static ChatPollInput of(Arguments arguments) {
    return new ChatPollInput(
        arguments.requiredText("roomId"),
        arguments.text("since"),
        arguments.integer("limit"),
        arguments.truth("latest"));
  }
}
