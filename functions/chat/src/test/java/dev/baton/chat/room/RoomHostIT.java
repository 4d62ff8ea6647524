package dev.baton.chat.room;

import static dev.baton.chat.ChatBench.ADA;
import static dev.baton.chat.ChatBench.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.chat.ChatBench;
import dev.baton.core.json.JsonObject;
import dev.baton.testkit.command.Answer;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Private rooms: their hosts, whom they let in, and what becomes of whom they turn out. */
@ExtendWith(DynamoDbLocal.class)
class RoomHostIT {
  private static final String GRACE = "grace";

  private final ChatBench bench;

  RoomHostIT(DynamoDbClient client) {
    this.bench = new ChatBench(client, Map.of());
  }

  @Test
  void whoSetsAListFirstIsTheHostAndMayEnter() {
    Answer made = allow(ADA, "private-club");

    assertThat(made.data().write()).contains("\"owners\":[\"ada\"],\"sessionsEnded\":0");
    assertThat(bench.call("chat-connect", ADA, room("private-club")).status()).isEqualTo(200);
    assertThat(bench.call("chat-connect", EVE, room("private-club")).code())
        .isEqualTo("ROOM_NOT_FOUND");
  }

  @Test
  void strangersAndGuestsMaySetNoList() {
    allow(ADA, "private-club", GRACE);

    Answer stranger = allow(EVE, "private-club", EVE);
    Answer guest = allow(GRACE, "private-club", GRACE, EVE);

    assertThat(stranger.code()).isEqualTo("ROOM_NOT_FOUND");
    assertThat(guest.error()).isEqualTo(stranger.error());
    assertThat(rooms(ADA).text()).contains("\"owners\":[\"ada\",\"grace\"]");
    assertThat(rooms(EVE).text()).contains("\"rooms\":[]");
    assertThat(bench.call("chat-poll", EVE, room("private-club")).code())
        .isEqualTo("ROOM_NOT_FOUND");
  }

  @Test
  void roomWithAListThatNobodyHostsHasNoHostToBe() {
    bench.allow("private-old", ADA);

    assertThat(allow(ADA, "private-old", EVE).code()).isEqualTo("ROOM_NOT_FOUND");
    assertThat(bench.call("chat-poll", EVE, room("private-old")).code())
        .isEqualTo("ROOM_NOT_FOUND");
  }

  @Test
  void openRoomsHaveNoList() {
    bench.say(EVE, "general", 1, 1);

    assertThat(allow(ADA, "general", ADA).code()).isEqualTo("VALIDATION_ERROR");
    assertThat(bench.call("chat-poll", EVE, room("general")).status()).isEqualTo(200);
  }

  @Test
  void withdrawnAccessEndsSessionsInEveryStateAndOnlyThose() {
    allow(ADA, "private-club", EVE, GRACE);
    String pending = bench.connect(EVE, "private-club");
    Answer active = bench.call("chat-connect", EVE, room("private-club"));
    bench.attach(active);
    String elsewhere = bench.connect(EVE, "general");
    String guest = bench.connect(GRACE, "private-club");

    Answer changed = allow(ADA, "private-club", GRACE);

    assertThat(changed.number("sessionsEnded")).isEqualTo(2);
    assertThat(state(EVE, pending)).isEqualTo("closed access-withdrawn");
    assertThat(state(EVE, active.sessionId())).isEqualTo("closed access-withdrawn");
    assertThat(state(EVE, elsewhere)).isEqualTo("pending null");
    assertThat(state(GRACE, guest)).isEqualTo("pending null");
    assertThat(allow(ADA, "private-club", GRACE).number("sessionsEnded")).isZero();
  }

  @Test
  void sessionThatWasMissedEndsWhenItsTokenIsPresented() {
    allow(ADA, "private-club", EVE);
    Answer handoff = bench.call("chat-connect", EVE, room("private-club"));
    bench.allow("private-club", ADA);

    bench.attach(handoff);

    assertThat(state(EVE, handoff.sessionId())).isEqualTo("closed access-withdrawn");
  }

  @Test
  void whoIsPresentInARoomThatHadNoListIsTurnedOutByTheFirstOne() {
    allow(ADA, "private-club", EVE);
    Answer handoff = bench.call("chat-connect", EVE, room("private-club"));
    bench.attach(handoff);
    bench.allow("private-club", ADA);

    assertThat(allow(ADA, "private-club").number("sessionsEnded")).isEqualTo(1);
  }

  @Test
  void roomsAreListedToHostsWithTheirListsAndToGuestsWithout() {
    allow(ADA, "private-a", EVE);
    allow(ADA, "private-b");
    allow(EVE, "private-c", ADA);

    assertThat(rooms(ADA).data().write())
        .isEqualTo(
            "{\"rooms\":["
                + "{\"roomId\":\"private-a\",\"hosted\":true,\"owners\":[\"ada\",\"eve\"],\"lastSeq\":0},"
                + "{\"roomId\":\"private-b\",\"hosted\":true,\"owners\":[\"ada\"],\"lastSeq\":0},"
                + "{\"roomId\":\"private-c\",\"hosted\":false,\"lastSeq\":0}]}");
    assertThat(bench.call("chat-rooms", EVE, "{\"hosted\":true}").text())
        .contains("private-c")
        .doesNotContain("private-a");

    allow(ADA, "private-a");
    assertThat(rooms(EVE).text()).contains("private-c").doesNotContain("private-a");
  }

  @Test
  void roomsArePagedWithoutGapsAndCursorsBelongToTheirOwner() {
    List.of("private-a", "private-b", "private-c").forEach(room -> allow(ADA, room));

    Answer first = bench.call("chat-rooms", ADA, "{\"limit\":2}");
    String cursor = Objects.requireNonNull(first.data().text("nextCursor"));
    String next = JsonObject.builder().put("limit", 2).put("cursor", cursor).build().write();

    assertThat(first.text()).contains("private-a", "private-b").doesNotContain("private-c");
    assertThat(bench.call("chat-rooms", ADA, next).data().write())
        .contains("private-c")
        .doesNotContain("private-a", "private-b", "nextCursor");
    assertThat(bench.call("chat-rooms", EVE, next).code()).isEqualTo("INVALID_CURSOR");
  }

  private Answer allow(String owner, String roomId, String... owners) {
    String list = owners.length == 0 ? "" : "\"" + String.join("\",\"", owners) + "\"";
    return bench.call(
        "chat-room-allow", owner, "{\"roomId\":\"%s\",\"owners\":[%s]}".formatted(roomId, list));
  }

  private Answer rooms(String owner) {
    return bench.call("chat-rooms", owner, "{}");
  }

  private String state(String owner, String session) {
    JsonObject status =
        bench.call("chat-status", owner, "{\"sessionId\":\"" + session + "\"}").data();
    return status.text("state") + " " + status.text("closeReason");
  }

  private static String room(String roomId) {
    return "{\"roomId\":\"" + roomId + "\"}";
  }
}
