package dev.baton.chat.connect;

import dev.baton.chat.ChatWiring;
import dev.baton.chat.handoff.ChatHandoffs;
import dev.baton.chat.room.Rooms;
import dev.baton.shell.command.CommandEdge;
import dev.baton.shell.command.CommandFunction;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.session.Tokens;

/** The function behind {@code POST /commands/chat-connect}. */
public final class ChatConnectHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public ChatConnectHandler() {
    this(ChatWiring.ofProcess());
  }

  /** The handler over these parts. */
  public ChatConnectHandler(ChatWiring wiring) {
    super(edge(wiring));
  }

  private static CommandEdge<ChatConnectInput> edge(ChatWiring wiring) {
    Sessions sessions = wiring.live().sessions();
    Rooms rooms = wiring.limitedRooms();
    ChatHandoffs handoffs = wiring.handoffs(sessions, rooms);
    ChatConnect command =
        new ChatConnect(
            rooms,
            handoffs,
            new Tokens(),
            sessions.limits().maxReconnects(),
            wiring.live().surroundings().clock());
    return wiring.edge(ChatConnectDefinition.DEFINITION, ChatConnectInput::of, command, handoffs);
  }
}
