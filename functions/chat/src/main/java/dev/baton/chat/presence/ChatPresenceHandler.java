package dev.baton.chat.presence;

import dev.baton.chat.ChatWiring;
import dev.baton.chat.schema.ChatFields;
import dev.baton.core.frame.ServerFrame;
import dev.baton.core.schema.Shape;
import dev.baton.shell.live.ActionCall;
import dev.baton.shell.live.ActionFunction;
import dev.baton.shell.live.CheckedAction;
import dev.baton.shell.live.SocketAction;
import dev.baton.shell.room.DynamoMemberStore;
import java.util.List;

/** The function behind the action {@code chat-presence}. */
public final class ChatPresenceHandler extends ActionFunction {
  private static final Shape INPUT = Shape.of(ChatFields.ROOM_ID);

  /** The handler as Lambda makes it. */
  public ChatPresenceHandler() {
    this(ChatWiring.ofProcess());
  }

  /** The handler over these parts. */
  public ChatPresenceHandler(ChatWiring wiring) {
    this(wiring, wiring.live().members());
  }

  private ChatPresenceHandler(ChatWiring wiring, DynamoMemberStore members) {
    super(
        wiring.live().actions(),
        new CheckedAction("chat-presence", INPUT, (arguments, call) -> list(members, call)));
  }

  private static SocketAction.Answer list(DynamoMemberStore members, ActionCall call) {
    String resource = call.session().profile().resource();
    ServerFrame list =
        new ServerFrame.PresenceList(members.roster(resource).participants(), call.frame().ref());
    return new SocketAction.Answer.Done(List.of(list.toJson()));
  }
}
