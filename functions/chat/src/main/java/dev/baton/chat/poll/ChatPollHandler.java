package dev.baton.chat.poll;

import dev.baton.chat.ChatWiring;
import dev.baton.shell.live.ActionCommandFunction;
import dev.baton.shell.live.CheckedAction;

/** The function behind {@code POST /commands/chat-poll} and the action {@code chat-poll}. */
public final class ChatPollHandler extends ActionCommandFunction {

  /** The handler as Lambda makes it. */
  public ChatPollHandler() {
    this(ChatWiring.ofProcess());
  }

  /** The handler over these parts. */
  public ChatPollHandler(ChatWiring wiring) {
    this(wiring, new ChatPoll(wiring.rooms(), wiring.pollInterval()));
  }

  private ChatPollHandler(ChatWiring wiring, ChatPoll poll) {
    super(
        wiring.edge(ChatPollDefinition.DEFINITION, ChatPollInput::of, poll),
        wiring.live().actions(),
        wiring
            .pollRate()
            .limiting(
                new CheckedAction(
                    ChatPollDefinition.DEFINITION.name(),
                    ChatPollDefinition.DEFINITION.input(),
                    poll::act)));
  }
}
