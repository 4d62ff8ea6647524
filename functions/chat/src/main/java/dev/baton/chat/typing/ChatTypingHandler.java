package dev.baton.chat.typing;

import dev.baton.chat.ChatWiring;
import dev.baton.chat.schema.ChatFields;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;
import dev.baton.shell.live.ActionFunction;
import dev.baton.shell.live.CheckedAction;

/** The function behind the action {@code chat-typing}. */
public final class ChatTypingHandler extends ActionFunction {
  private static final Shape INPUT =
      Shape.of(
          ChatFields.ROOM_ID,
          Field.optional("typing", new FieldType.Truth(), "Whether the sender types now.")
              .orElse(true));

  /** The handler as Lambda makes it. */
  public ChatTypingHandler() {
    this(ChatWiring.ofProcess());
  }

  /** The handler over these parts. */
  public ChatTypingHandler(ChatWiring wiring) {
    super(
        wiring.live().actions(),
        new CheckedAction(
            "chat-typing",
            INPUT,
            new ChatTyping(wiring.live().rooms(wiring.live().sessions()), wiring.typingRate())
                ::act));
  }
}
