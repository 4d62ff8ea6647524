package dev.baton.chat.status;

import dev.baton.shell.command.Arguments;

/**
 * Which session is asked about.
 *
 * @param sessionId the session
 * @param includeParticipants whether to say who is in the room
 */
record ChatStatusInput(String sessionId, boolean includeParticipants) {

  static ChatStatusInput of(Arguments arguments) {
    return new ChatStatusInput(
        arguments.requiredText("sessionId"), arguments.truth("includeParticipants"));
  }
}
