package dev.baton.chat.send;

import dev.baton.chat.core.message.ChatMessage;
import dev.baton.chat.room.Rooms;
import dev.baton.chat.schema.ChatErrors;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Refused;
import dev.baton.core.result.Succeeded;
import dev.baton.core.sequence.SequenceCursor;
import dev.baton.core.session.Session;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.live.ActionCall;
import dev.baton.shell.live.SocketAction;
import dev.baton.shell.room.Appending;
import dev.baton.shell.room.DynamoLogWriter;
import dev.baton.shell.room.NewEntry;
import dev.baton.shell.session.Hashes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores messages, for requests and for frames alike. They are pushed by the table's stream. */
final class ChatSend implements Command<ChatSendInput> {
  private final Rooms rooms;
  private final DynamoLogWriter writer;

  ChatSend(Rooms rooms, DynamoLogWriter writer) {
    this.rooms = rooms;
    this.writer = writer;
  }

  private sealed interface Sent {}

  private record Stored(JsonObject message, boolean duplicate) implements Sent {}

  private record Not(Refused refusal) implements Sent {}

  @Override
  public CommandResult execute(ChatSendInput input, Call call) {
    return switch (send(once(input, call), call.owner(), null)) {
      case Stored stored -> result(stored);
      case Not(Refused refusal) -> refusal;
    };
  }

  /** A repetition of the call finds its message also when the first try ended before it told. */
  private static ChatSendInput once(ChatSendInput input, Call call) {
    String key = call.repeatKey();
    return key == null || input.clientMessageId() != null
        ? input
        : new ChatSendInput(input.roomId(), input.text(), "Idempotency-Key " + key);
  }

  /** Answers a frame. */
  SocketAction.Answer act(Arguments arguments, ActionCall call) {
    Session session = call.session();
    ChatSendInput input = ChatSendInput.of(arguments);
    return switch (send(input, session.profile().ownerId(), session.id())) {
      case Stored stored -> new SocketAction.Answer.Done(List.of(ack(stored, call)));
      case Not(Refused refusal) -> new SocketAction.Answer.Refused(refusal.error());
    };
  }

  private Sent send(ChatSendInput input, String owner, @Nullable String sessionId) {
    String roomId = input.roomId();
    if (!rooms.isOpen(roomId, owner)) {
      return new Not(ChatErrors.noRoom(roomId));
    }
    return switch (writer.append(entry(input, owner, sessionId))) {
      case Appending.Appended(var entry) -> new Stored(entry.body(), false);
      case Appending.Duplicate(JsonObject body) -> new Stored(body, true);
      case Appending.Reused reused -> new Not(ChatErrors.reused());
      case Appending.Absent absent -> new Not(ChatErrors.noRoom(roomId));
      case Appending.Busy busy -> new Not(ChatErrors.busy(roomId));
    };
  }

  private NewEntry entry(ChatSendInput input, String owner, @Nullable String sessionId) {
    String roomId = input.roomId();
    String mark = Rooms.mark(roomId);
    String senderId = rooms.participant(owner, roomId);
    String sender = rooms.name(roomId, senderId);
    String clientId = input.clientMessageId();
    return new NewEntry(
        Rooms.resource(roomId),
        rooms.mayCreate(roomId),
        "message",
        (seq, at) ->
            new ChatMessage(
                    new SequenceCursor(seq, mark).write(),
                    seq,
                    roomId,
                    sender,
                    senderId,
                    input.text(),
                    at)
                .toJson(),
        senderId,
        sessionId,
        clientId == null ? null : new NewEntry.Once(owner, clientId, Hashes.sha256(input.text())));
  }

  private static CommandResult result(Stored stored) {
    JsonObject.Builder data = JsonObject.builder();
    stored.message().members().forEach(member -> data.put(member.name(), member.value()));
    return Succeeded.with(
        data.put("duplicate", stored.duplicate()).build(),
        stored.duplicate()
            ? "The message was stored by an earlier call."
            : "The message was stored.");
  }

  private static JsonObject ack(Stored stored, ActionCall call) {
    JsonObject message = stored.message();
    return JsonObject.builder()
        .put("type", "ack")
        .put("action", ChatSendDefinition.DEFINITION.name())
        .putIfPresent("ref", call.frame().ref())
        .putIfPresent("id", message.get("id"))
        .putIfPresent("seq", message.get("seq"))
        .putIfPresent("timestamp", message.get("timestamp"))
        .put("duplicate", stored.duplicate())
        .build();
  }
}
