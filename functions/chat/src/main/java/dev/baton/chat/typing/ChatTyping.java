package dev.baton.chat.typing;

import dev.baton.core.json.JsonObject;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionParticipant;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.live.ActionCall;
import dev.baton.shell.live.ConnectionRate;
import dev.baton.shell.live.SocketAction;
import dev.baton.shell.room.RoomFrame;
import dev.baton.shell.room.RoomPush;
import java.util.List;

/**
 * Tells the others in the room that somebody types. What comes too often is dropped, and so is what
 * would give an invisible session away.
 */
final class ChatTyping {
  private static final SocketAction.Answer NOTHING = new SocketAction.Answer.Done(List.of());

  private final RoomPush push;
  private final ConnectionRate rate;

  ChatTyping(RoomPush push, ConnectionRate rate) {
    this.push = push;
    this.rate = rate;
  }

  SocketAction.Answer act(Arguments arguments, ActionCall call) {
    Session session = call.session();
    SessionParticipant participant = session.profile().participant();
    if (!participant.invisible() && rate.admits(call)) {
      JsonObject frame =
          JsonObject.builder()
              .put("type", "typing")
              .put("senderId", participant.id())
              .put("sender", participant.name())
              .put("typing", arguments.truth("typing"))
              .build();
      push.push(session.profile().resource(), List.of(RoomFrame.toOthers(frame, session.id())));
    }
    return NOTHING;
  }
}
