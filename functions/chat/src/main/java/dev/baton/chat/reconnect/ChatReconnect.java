package dev.baton.chat.reconnect;

import dev.baton.chat.handoff.ChatHandoffs;
import dev.baton.chat.room.Rooms;
import dev.baton.chat.schema.ChatErrors;
import dev.baton.core.result.CommandResult;
import dev.baton.core.sequence.SequenceCursor;
import dev.baton.core.sequence.SequencePage;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionRefusal;
import dev.baton.core.session.SessionState;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.live.ResourceAccess;
import dev.baton.shell.room.LogHead;
import dev.baton.shell.session.Sessions;

/**
 * Issues a fresh token of a session that lives, if its owner may still enter the room. Access that
 * was withdrawn ends the session.
 */
final class ChatReconnect implements Command<ChatReconnectInput> {
  private static final String LAST_MESSAGE_ID = "lastMessageId";

  private final Sessions sessions;
  private final Rooms rooms;
  private final ChatHandoffs handoffs;

  ChatReconnect(Sessions sessions, Rooms rooms, ChatHandoffs handoffs) {
    this.sessions = sessions;
    this.rooms = rooms;
    this.handoffs = handoffs;
  }

  @Override
  public CommandResult execute(ChatReconnectInput input, Call call) {
    Session session = sessions.findOwned(input.sessionId(), call.owner());
    if (session == null) {
      return ChatErrors.noSession();
    }
    if (!session.state().isLive()) {
      SessionRefusal ended =
          session.state() == SessionState.CLOSED
              ? SessionRefusal.SESSION_CLOSED
              : SessionRefusal.SESSION_EXPIRED;
      return ChatErrors.refused(ended, session.id());
    }
    String roomId = session.profile().resourceId();
    LogHead head = rooms.find(roomId, call.owner());
    if (head == null) {
      sessions.revoke(session.id(), ResourceAccess.WITHDRAWN, ChatHandoffs.origin(call));
      return ChatErrors.noRoom(roomId);
    }
    String from = input.lastMessageId();
    return from == null
        ? handoffs.renew(session, head, null, call)
        : renewFrom(session, head, from, call);
  }

  private CommandResult renewFrom(Session session, LogHead head, String from, Call call) {
    String roomId = session.profile().resourceId();
    return switch (rooms.page(roomId, head, from, false, 1)) {
      case SequencePage.Invalid<?> invalid -> ChatErrors.invalidCursor(LAST_MESSAGE_ID);
      case SequencePage.Expired<?> expired ->
          ChatErrors.expiredCursor(LAST_MESSAGE_ID, Rooms.oldest(roomId, expired));
      case SequencePage.Items<?> known -> {
        SequenceCursor cursor = SequenceCursor.read(from, Rooms.mark(roomId));
        yield handoffs.renew(session, head, cursor == null ? null : cursor.seq(), call);
      }
    };
  }
}
