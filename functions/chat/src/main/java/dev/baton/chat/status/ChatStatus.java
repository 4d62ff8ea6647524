package dev.baton.chat.status;

import dev.baton.chat.core.status.SessionView;
import dev.baton.chat.room.Rooms;
import dev.baton.chat.schema.ChatErrors;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.core.sequence.SequenceCursor;
import dev.baton.core.session.Ending;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.room.DynamoLogStore;
import dev.baton.shell.room.LogHead;
import dev.baton.shell.session.Sessions;

/** Reads a session and its room. Nothing is counted while messages are written, but here. */
final class ChatStatus implements Command<ChatStatusInput> {
  private final Sessions sessions;
  private final Rooms rooms;
  private final DynamoLogStore logs;

  ChatStatus(Sessions sessions, Rooms rooms, DynamoLogStore logs) {
    this.sessions = sessions;
    this.rooms = rooms;
    this.logs = logs;
  }

  @Override
  public CommandResult execute(ChatStatusInput input, Call call) {
    Session session = sessions.findOwned(input.sessionId(), call.owner());
    if (session == null) {
      return ChatErrors.noSession();
    }
    String state = session.state().wireName();
    return Succeeded.with(view(session, input).toJson(), "The session is " + state + ".");
  }

  private SessionView view(Session session, ChatStatusInput input) {
    SessionProfile profile = session.profile();
    String roomId = profile.resourceId();
    LogHead head = rooms.find(roomId, profile.ownerId());
    long lastSeq = head == null ? 0 : head.seq();
    Ending ending = session.ending();
    DynamoLogStore.Counts counts =
        logs.count(
            profile.resource(),
            profile.joinedSeq(),
            session.id(),
            profile.participant().id(),
            ending == null ? Long.MAX_VALUE : ending.at());
    boolean shown = input.includeParticipants() && head != null;
    return new SessionView(
        session,
        SequenceCursor.idOf(lastSeq, Rooms.mark(roomId)),
        lastSeq,
        counts.sent(),
        counts.ofOthers(),
        shown ? rooms.roster(roomId).participants() : null);
  }
}
