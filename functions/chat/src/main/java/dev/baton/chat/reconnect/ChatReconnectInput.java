package dev.baton.chat.reconnect;

import dev.baton.shell.command.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Which session comes back.
 *
 * @param sessionId the session
 * @param lastMessageId the last message that its client has; null for the last one confirmed
 */
record ChatReconnectInput(String sessionId, @Nullable String lastMessageId) {

  static ChatReconnectInput of(Arguments arguments) {
    return new ChatReconnectInput(
        arguments.requiredText("sessionId"), arguments.text("lastMessageId"));
  }
}
