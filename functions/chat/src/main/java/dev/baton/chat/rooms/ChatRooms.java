package dev.baton.chat.rooms;

import dev.baton.chat.room.Rooms;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.core.result.Succeeded;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.dynamo.Cursor;
import dev.baton.shell.room.DynamoGuestStore;
import dev.baton.shell.room.DynamoLogStore;
import dev.baton.shell.room.LogHead;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads rooms by id. What a room's head says counts, not the row that led to it. */
final class ChatRooms implements Command<ChatRoomsInput> {
  private final DynamoGuestStore guests;
  private final DynamoLogStore logs;

  ChatRooms(DynamoGuestStore guests, DynamoLogStore logs) {
    this.guests = guests;
    this.logs = logs;
  }

  /** A room that the caller may enter. */
  private record Room(String resource, List<String> allowed, boolean hosted, long lastSeq) {

    JsonObject view() {
      return JsonObject.builder()
          .put("roomId", Rooms.id(resource))
          .put("hosted", hosted)
          .putIfPresent("owners", hosted ? JsonArray.ofTexts(allowed) : null)
          .put("lastSeq", lastSeq)
          .build();
    }
  }

  @Override
  public CommandResult execute(ChatRoomsInput input, Call call) {
    JsonObject question = input.question(call.owner());
    String sent = input.cursor();
    Cursor from = sent == null ? null : Cursor.read(sent, question);
    if (sent != null && (from == null || from.position().size() != 1)) {
      return Refused.because(
          ErrorCodes.INVALID_CURSOR,
          "The cursor does not belong to this list.",
          "Repeat the call without cursor and follow nextCursor with the same other fields.");
    }
    String after = from == null ? null : from.position().getFirst();
    List<Room> found = rooms(call.owner(), after, input);
    List<Room> shown = found.stream().limit(input.limit()).toList();
    List<Json> views = new ArrayList<>();
    shown.forEach(room -> views.add(room.view()));
    JsonObject.Builder data = JsonObject.builder().put("rooms", new JsonArray(views));
    if (found.size() > shown.size()) {
      data.put("nextCursor", new Cursor(List.of(shown.getLast().resource())).write(question));
    }
    return Succeeded.with(data.build(), shown.size() + " rooms.");
  }

  /** One more than asked for, to know whether more follow. */
  private List<Room> rooms(String owner, @Nullable String after, ChatRoomsInput input) {
    return guests
        .ofOwner(owner, Rooms.DOMAIN, after)
        .flatMap(resource -> room(resource, owner))
        .filter(room -> room.hosted() || !input.hosted())
        .limit(input.limit() + 1L)
        .toList();
  }

  private Stream<Room> room(String resource, String owner) {
    LogHead head = logs.head(resource);
    List<String> allowed = head == null ? null : head.allowed();
    return head == null || allowed == null || !head.admits(owner)
        ? Stream.empty()
        : Stream.of(new Room(resource, allowed, owner.equals(head.host()), head.seq()));
  }
}
