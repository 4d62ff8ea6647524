package dev.baton.chat.connect;

import dev.baton.chat.core.handoff.ChatHandoff;
import dev.baton.chat.core.room.Nicknames;
import dev.baton.chat.handoff.ChatHandoffs;
import dev.baton.chat.room.Rooms;
import dev.baton.chat.schema.ChatErrors;
import dev.baton.core.frame.WayBack;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.core.session.SessionParticipant;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.room.LogHead;
import dev.baton.shell.session.Tokens;
import java.time.InstantSource;

/** Makes a session for a room. The room comes into being if it may. */
final class ChatConnect implements Command<ChatConnectInput> {
  private static final WayBack WAY_BACK = new WayBack("chat-connect", "chat-reconnect");

  private final Rooms rooms;
  private final ChatHandoffs handoffs;
  private final Tokens tokens;
  private final int maxReconnects;
  private final InstantSource clock;

  ChatConnect(
      Rooms rooms, ChatHandoffs handoffs, Tokens tokens, int maxReconnects, InstantSource clock) {
    this.rooms = rooms;
    this.handoffs = handoffs;
    this.tokens = tokens;
    this.maxReconnects = maxReconnects;
    this.clock = clock;
  }

  @Override
  public CommandResult execute(ChatConnectInput input, Call call) {
    LogHead head = rooms.enter(input.roomId(), call.owner());
    if (head == null) {
      return ChatErrors.noRoom(input.roomId());
    }
    String participantId = rooms.participant(call.owner(), input.roomId());
    if (!rooms.hasPlace(input.roomId(), participantId)) {
      return ChatErrors.full(input.roomId());
    }
    String name = Nicknames.of(input.nickname(), participantId);
    SessionParticipant participant = new SessionParticipant(participantId, name, input.invisible());
    CommandResult result = handoffs.open(profile(input, call, participant, head.seq()), call);
    if (result instanceof Succeeded) {
      rooms.rename(input.roomId(), participantId, name);
    }
    return result;
  }

  private SessionProfile profile(
      ChatConnectInput input, Call call, SessionParticipant participant, long joinedSeq) {
    String key = call.repeatKey();
    return new SessionProfile(
        key == null ? tokens.sessionId() : Tokens.sessionId(call.owner(), key),
        "chat",
        Rooms.resource(input.roomId()),
        call.owner(),
        call.caller().keyId(),
        call.caller().scopes(),
        ChatHandoff.DEFINITION.protocol().word(),
        participant,
        JsonObject.builder().put("roomId", input.roomId()).build(),
        WAY_BACK,
        maxReconnects,
        joinedSeq,
        clock.millis());
  }
}
