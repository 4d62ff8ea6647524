package dev.baton.chat.reconnect;

import dev.baton.chat.ChatWiring;
import dev.baton.chat.handoff.ChatHandoffs;
import dev.baton.chat.room.Rooms;
import dev.baton.shell.command.CommandEdge;
import dev.baton.shell.command.CommandFunction;
import dev.baton.shell.session.Sessions;

/** The function behind {@code POST /commands/chat-reconnect}. */
public final class ChatReconnectHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public ChatReconnectHandler() {
    this(ChatWiring.ofProcess());
  }

  /** The handler over these parts. */
  public ChatReconnectHandler(ChatWiring wiring) {
    super(edge(wiring));
  }

  private static CommandEdge<ChatReconnectInput> edge(ChatWiring wiring) {
    Sessions sessions = wiring.live().sessions();
    Rooms rooms = wiring.rooms();
    ChatHandoffs handoffs = wiring.handoffs(sessions, rooms);
    return wiring.edge(
        ChatReconnectDefinition.DEFINITION,
        ChatReconnectInput::of,
        new ChatReconnect(sessions, rooms, handoffs),
        handoffs);
  }
}
