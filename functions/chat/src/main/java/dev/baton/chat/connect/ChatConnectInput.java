package dev.baton.chat.connect;

import dev.baton.shell.command.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to go where.
 *
 * @param roomId the room
 * @param nickname what others are to call the caller; null for a name of ours
 * @param invisible whether others are told nothing of the session
 */
record ChatConnectInput(String roomId, @Nullable String nickname, boolean invisible) {

  static ChatConnectInput of(Arguments arguments) {
    return new ChatConnectInput(
        arguments.requiredText("roomId"), arguments.text("nickname"), arguments.truth("invisible"));
  }
}
