package dev.baton.chat.status;

import dev.baton.chat.ChatWiring;
import dev.baton.shell.command.CommandFunction;

/** The function behind {@code POST /commands/chat-status}. */
public final class ChatStatusHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public ChatStatusHandler() {
    this(ChatWiring.ofProcess());
  }

  /** The handler over these parts. */
  public ChatStatusHandler(ChatWiring wiring) {
    super(
        wiring.edge(
            ChatStatusDefinition.DEFINITION,
            ChatStatusInput::of,
            new ChatStatus(wiring.live().sessions(), wiring.rooms(), wiring.live().logs())));
  }
}
