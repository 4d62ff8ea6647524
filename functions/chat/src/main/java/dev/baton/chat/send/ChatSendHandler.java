package dev.baton.chat.send;

import dev.baton.chat.ChatWiring;
import dev.baton.shell.live.ActionCommandFunction;
import dev.baton.shell.live.CheckedAction;

/** The function behind {@code POST /commands/chat-send} and the action {@code chat-send}. */
public final class ChatSendHandler extends ActionCommandFunction {

  /** The handler as Lambda makes it. */
  public ChatSendHandler() {
    this(ChatWiring.ofProcess());
  }

  /** The handler over these parts. */
  public ChatSendHandler(ChatWiring wiring) {
    this(wiring, new ChatSend(wiring.openRooms(), wiring.writer()));
  }

  private ChatSendHandler(ChatWiring wiring, ChatSend send) {
    super(
        wiring.edge(ChatSendDefinition.DEFINITION, ChatSendInput::of, send),
        wiring.live().actions(),
        wiring
            .sendRate()
            .limiting(
                new CheckedAction(
                    ChatSendDefinition.DEFINITION.name(),
                    ChatSendDefinition.DEFINITION.input(),
                    send::act)));
  }
}
