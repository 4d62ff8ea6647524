package dev.baton.chat.rooms;

import dev.baton.chat.ChatWiring;
import dev.baton.shell.command.CommandFunction;

/** The function behind {@code POST /commands/chat-rooms}. */
public final class ChatRoomsHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public ChatRoomsHandler() {
    this(ChatWiring.ofProcess());
  }

  /** The handler over these parts. */
  public ChatRoomsHandler(ChatWiring wiring) {
    super(
        wiring.edge(
            ChatRoomsDefinition.DEFINITION,
            ChatRoomsInput::of,
            new ChatRooms(wiring.guests(), wiring.live().logs())));
  }
}
