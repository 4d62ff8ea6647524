package dev.baton.chat.disconnect;

import dev.baton.shell.command.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Which session ends.
 *
 * @param sessionId the session
 * @param reason why; null when its owner does not say
 */
record ChatDisconnectInput(String sessionId, @Nullable String reason) {

  static ChatDisconnectInput of(Arguments arguments) {
    return new ChatDisconnectInput(arguments.requiredText("sessionId"), arguments.text("reason"));
  }
}
