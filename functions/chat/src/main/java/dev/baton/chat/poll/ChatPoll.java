package dev.baton.chat.poll;

import dev.baton.chat.core.poll.PollAnswer;
import dev.baton.chat.room.Rooms;
import dev.baton.chat.schema.ChatErrors;
import dev.baton.core.frame.HistoryFrames;
import dev.baton.core.frame.ServerFrame;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Refused;
import dev.baton.core.sequence.SequencePage;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.command.InvalidInput;
import dev.baton.shell.live.ActionCall;
import dev.baton.shell.live.SocketAction;
import dev.baton.shell.room.LogEntry;
import dev.baton.shell.room.LogHead;
import java.util.List;

/** Reads messages, for requests and for frames alike. */
final class ChatPoll implements Command<ChatPollInput> {
  private final Rooms rooms;
  private final long interval;

  ChatPoll(Rooms rooms, long interval) {
    this.rooms = rooms;
    this.interval = interval;
  }

  private sealed interface Polled {}

  private record Found(PollAnswer answer) implements Polled {}

  private record Not(Refused refusal) implements Polled {}

  @Override
  public CommandResult execute(ChatPollInput input, Call call) {
    return switch (poll(input, call.owner())) {
      case Found(PollAnswer answer) -> answer.result();
      case Not(Refused refusal) -> refusal;
    };
  }

  /** Answers a frame. */
  SocketAction.Answer act(Arguments arguments, ActionCall call) {
    ChatPollInput input = ChatPollInput.of(arguments);
    return switch (poll(input, call.session().profile().ownerId())) {
      case Found(PollAnswer answer) -> new SocketAction.Answer.Done(frames(answer, call));
      case Not(Refused refusal) -> new SocketAction.Answer.Refused(refusal.error());
    };
  }

  private Polled poll(ChatPollInput input, String owner) {
    if (input.latest() && input.since() != null) {
      return new Not(
          InvalidInput.because(
              ChatPollDefinition.DEFINITION,
              "latest",
              "cannot be true together with since",
              "invalid_value"));
    }
    LogHead head = rooms.find(input.roomId(), owner);
    if (head == null) {
      return new Not(ChatErrors.noRoom(input.roomId()));
    }
    return switch (rooms.page(input.roomId(), head, input.since(), input.latest(), input.limit())) {
      case SequencePage.Invalid<LogEntry> invalid -> new Not(ChatErrors.invalidCursor("since"));
      case SequencePage.Expired<LogEntry> expired ->
          new Not(ChatErrors.expiredCursor("since", Rooms.oldest(input.roomId(), expired)));
      case SequencePage.Items<LogEntry> items -> new Found(answer(input.roomId(), items));
    };
  }

  private PollAnswer answer(String roomId, SequencePage.Items<LogEntry> page) {
    List<Json> messages = page.items().stream().<Json>map(LogEntry::body).toList();
    return PollAnswer.of(
        roomId,
        new SequencePage.Items<>(messages, page.hasMore(), page.position(), page.lastSeq()),
        Rooms.mark(roomId),
        interval);
  }

  private static List<JsonObject> frames(PollAnswer answer, ActionCall call) {
    ServerFrame.History history =
        new ServerFrame.History(
            call.session().profile().place(),
            answer.messages(),
            answer.hasMore(),
            answer.lastMessageId(),
            answer.lastSeq(),
            call.frame().ref());
    return HistoryFrames.of(history).stream().map(ServerFrame::toJson).toList();
  }
}
