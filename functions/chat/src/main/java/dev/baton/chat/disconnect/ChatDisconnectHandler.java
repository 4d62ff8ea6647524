package dev.baton.chat.disconnect;

import dev.baton.chat.ChatWiring;
import dev.baton.shell.command.CommandFunction;

/** The function behind {@code POST /commands/chat-disconnect}. */
public final class ChatDisconnectHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public ChatDisconnectHandler() {
    this(ChatWiring.ofProcess());
  }

  /** The handler over these parts. */
  public ChatDisconnectHandler(ChatWiring wiring) {
    super(
        wiring.edge(
            ChatDisconnectDefinition.DEFINITION,
            ChatDisconnectInput::of,
            new ChatDisconnect(wiring.live().sessions(), wiring.live().logs())));
  }
}
