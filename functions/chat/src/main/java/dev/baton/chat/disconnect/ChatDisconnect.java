package dev.baton.chat.disconnect;

import dev.baton.chat.handoff.ChatHandoffs;
import dev.baton.chat.schema.ChatErrors;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.core.session.Ending;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionDecision;
import dev.baton.core.session.SessionOutcome;
import dev.baton.core.session.SessionProfile;
import dev.baton.core.session.SessionState;
import dev.baton.core.time.UtcText;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.room.DynamoLogStore;
import dev.baton.shell.session.SessionHandled;
import dev.baton.shell.session.Sessions;

/** Ends a session. Ending it again is no fault and changes nothing. */
final class ChatDisconnect implements Command<ChatDisconnectInput> {
  private final Sessions sessions;
  private final DynamoLogStore logs;

  ChatDisconnect(Sessions sessions, DynamoLogStore logs) {
    this.sessions = sessions;
    this.logs = logs;
  }

  @Override
  public CommandResult execute(ChatDisconnectInput input, Call call) {
    SessionCommand end = new SessionCommand.End(input.reason());
    return switch (sessions.handleOwned(
        input.sessionId(), call.owner(), end, ChatHandoffs.origin(call))) {
      case SessionHandled.Decided(Session before, SessionDecision decision) ->
          ended(before, decision);
      case SessionHandled.Contended busy -> ChatErrors.contended();
      case SessionHandled.Unknown nobody -> ChatErrors.noSession();
      case SessionHandled.OverQuota never -> throw new IllegalStateException("Nothing is made.");
    };
  }

  private CommandResult ended(Session before, SessionDecision decision) {
    Session session = decision.next();
    Ending ending = session.ending();
    if (ending == null) {
      throw new IllegalStateException("Session " + session.id() + " did not end.");
    }
    boolean already = decision.outcome() instanceof SessionOutcome.AlreadyEnded;
    JsonObject data =
        JsonObject.builder()
            .put("sessionId", session.id())
            .put("state", session.state().wireName())
            .put("closedAt", UtcText.write(ending.at()))
            .put("alreadyEnded", already)
            .put("summary", summary(session.profile(), ending))
            .build();
    return Succeeded.with(data, reasoning(before, already));
  }

  private JsonObject summary(SessionProfile profile, Ending ending) {
    long sent =
        logs.count(
                profile.resource(),
                profile.joinedSeq(),
                profile.sessionId(),
                profile.participant().id(),
                Long.MAX_VALUE)
            .sent();
    return JsonObject.builder()
        .put("durationMs", Math.max(0, ending.at() - profile.createdAt()))
        .put("messagesSent", sent)
        .build();
  }

  private static String reasoning(Session before, boolean already) {
    if (already) {
      return "The session had ended before.";
    }
    return before.state() == SessionState.ACTIVE
        ? "Session closed and its socket ended."
        : "Session closed.";
  }
}
