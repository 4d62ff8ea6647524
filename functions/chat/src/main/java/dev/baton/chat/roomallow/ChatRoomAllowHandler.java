package dev.baton.chat.roomallow;

import dev.baton.chat.ChatWiring;
import dev.baton.shell.command.CommandFunction;

/** The function behind {@code POST /commands/chat-room-allow}. */
public final class ChatRoomAllowHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public ChatRoomAllowHandler() {
    this(ChatWiring.ofProcess());
  }

  /** The handler over these parts. */
  public ChatRoomAllowHandler(ChatWiring wiring) {
    super(
        wiring.edge(
            ChatRoomAllowDefinition.DEFINITION,
            ChatRoomAllowInput::of,
            new ChatRoomAllow(wiring.guests(), wiring.rooms(), wiring.live().sessions())));
  }
}
