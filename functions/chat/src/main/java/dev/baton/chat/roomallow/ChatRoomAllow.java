package dev.baton.chat.roomallow;

import dev.baton.chat.room.Rooms;
import dev.baton.chat.schema.ChatErrors;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.live.ResourceAccess;
import dev.baton.shell.room.DynamoGuestStore;
import dev.baton.shell.room.Member;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.Sessions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sets the list first and ends sessions then: whoever connects in between is refused when the token
 * is presented. Whoever is interrupted repeats the call, which ends the sessions that are left.
 */
final class ChatRoomAllow implements Command<ChatRoomAllowInput> {
  private final DynamoGuestStore guests;
  private final Rooms rooms;
  private final Sessions sessions;

  ChatRoomAllow(DynamoGuestStore guests, Rooms rooms, Sessions sessions) {
    this.guests = guests;
    this.rooms = rooms;
    this.sessions = sessions;
  }

  @Override
  public CommandResult execute(ChatRoomAllowInput input, Call call) {
    String resource = Rooms.resource(input.roomId());
    List<String> admitted = input.admitted(call.owner());
    List<String> before = guests.admit(resource, call.owner(), admitted);
    if (before == null) {
      return ChatErrors.noRoom(input.roomId());
    }
    Set<String> turnedOut = new HashSet<>(before);
    rooms.roster(input.roomId()).members().stream().map(Member::ownerId).forEach(turnedOut::add);
    admitted.forEach(turnedOut::remove);
    Origin origin = Origin.ofBaton(call.traceId());
    long ended = 0;
    for (String owner : turnedOut) {
      ended += endSessions(owner, resource, origin);
      guests.forget(owner, resource);
    }
    JsonObject data =
        JsonObject.builder()
            .put("roomId", input.roomId())
            .put("owners", JsonArray.ofTexts(admitted))
            .put("sessionsEnded", ended)
            .build();
    return Succeeded.with(
        data, admitted.size() + " owners may enter; " + ended + " sessions ended.");
  }

  private long endSessions(String owner, String resource, Origin origin) {
    return sessions.ofOwner(owner).stream()
        .filter(session -> session.resource().equals(resource))
        .filter(session -> sessions.revoke(session.sessionId(), ResourceAccess.WITHDRAWN, origin))
        .count();
  }
}
