package dev.baton.chat.send;

import dev.baton.shell.command.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said.
 *
 * @param roomId the room
 * @param text what is said
 * @param clientMessageId the sender's own id; null when a repetition is to be a second message
 */
record ChatSendInput(String roomId, String text, @Nullable String clientMessageId) {

  static ChatSendInput of(Arguments arguments) {
    return new ChatSendInput(
        arguments.requiredText("roomId"),
        arguments.requiredText("text"),
        arguments.text("clientMessageId"));
  }
}
