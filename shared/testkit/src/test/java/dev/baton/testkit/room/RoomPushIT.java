package dev.baton.testkit.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.frame.PresentParticipant;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.SessionEffect.PresenceChange;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.room.DynamoMemberStore;
import dev.baton.shell.room.LogEntry;
import dev.baton.shell.room.Member;
import dev.baton.shell.room.RoomFrame;
import dev.baton.shell.room.RoomPush;
import dev.baton.shell.room.Roster;
import dev.baton.shell.socket.Connection;
import dev.baton.shell.socket.ConnectionSender;
import dev.baton.shell.socket.DynamoConnectionStore;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.DeleteConnectionRequest;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.DeleteConnectionResponse;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.LimitExceededException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PostToConnectionRequest;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PostToConnectionResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
final class RoomPushIT {
  private static final String ROOM = "chat:general";

  private final Inboxes inboxes = new Inboxes();
  private final List<String> lost = new CopyOnWriteArrayList<>();

  @Test
  void everybodyGetsTheFramesInOrderAndWhoeverIsGoneIsReported(DynamoDbClient client) {
    List<Member> members =
        new ArrayList<>(IntStream.range(0, 100).mapToObj(n -> member(n, "p_" + n)).toList());
    inboxes.gone.add("c7");
    inboxes.busy.add("c8");

    push(client).push(new Roster(members), frames(20));

    List<String> all = IntStream.range(0, 20).mapToObj(n -> "{\"n\":" + n + "}").toList();
    assertThat(inboxes.received)
        .hasSize(98)
        .allSatisfy((id, got) -> assertThat(got).isEqualTo(all));
    assertThat(lost).containsExactlyInAnyOrder("ses_7", "ses_8");
    assertThat(inboxes.deleted).containsExactly("c8");
  }

  @Test
  void theAuthorsOwnConnectionsSeeTheirOwnId(DynamoDbClient client) {
    LogEntry entry =
        new LogEntry(
            ROOM, 1, 5, "message", JsonObject.builder().put("seq", 1).build(), "p_1", null, "c-1");
    Roster roster = new Roster(List.of(member(1, "p_1"), member(2, "p_2"), member(3, "p_1")));

    push(client).push(roster, List.of(entry.frame()));

    String own = "{\"type\":\"message\",\"seq\":1,\"clientMessageId\":\"c-1\"}";
    assertThat(inboxes.received)
        .containsEntry("c1", List.of(own))
        .containsEntry("c2", List.of("{\"type\":\"message\",\"seq\":1}"))
        .containsEntry("c3", List.of(own));
  }

  @Test
  void oneSessionMayBeLeftOutAndTheUnwelcomedAre(DynamoDbClient client) {
    Member unwelcomed = new Member(ROOM, "ses_3", "ada", "p_3", "n", "c3", false, false, 1, 1);
    Roster roster = new Roster(List.of(member(1, "p_1"), member(2, "p_2"), unwelcomed));

    push(client).push(roster, List.of(RoomFrame.toOthers(JsonObject.EMPTY, "ses_1")));

    assertThat(inboxes.received).containsOnlyKeys("c2");
  }

  @Test
  void aRosterKnowsParticipantsByAllTheirSessions() {
    Roster roster =
        new Roster(
            List.of(
                new Member(ROOM, "ses_1", "ada", "p_b", "New", null, false, false, 2, 9),
                new Member(ROOM, "ses_2", "ada", "p_b", "Old", "c2", true, false, 1, 1),
                new Member(ROOM, "ses_3", "ada", "p_a", "Away", null, false, false, 1, 1),
                new Member(ROOM, "ses_4", "ada", "p_c", "Unseen", "c4", true, true, 1, 1)));

    assertThat(roster.participants())
        .containsExactly(
            new PresentParticipant("p_a", "Away", "away"),
            new PresentParticipant("p_b", "New", "online"));
    assertThat(roster.size()).isEqualTo(3);
    assertThat(roster.holds("p_c")).isTrue();
    assertThat(roster.told(PresenceChange.LEFT, "p_b", "ses_1", 9)).isNull();
    assertThat(roster.told(PresenceChange.AWAY, "p_b", "ses_2", 9)).isEqualTo(PresenceChange.AWAY);
    assertThat(roster.told(PresenceChange.JOINED, "p_a", "ses_9", 9))
        .isEqualTo(PresenceChange.BACK);
    assertThat(roster.told(PresenceChange.LEFT, "p_a", "ses_3", 9)).isEqualTo(PresenceChange.LEFT);
  }

  @Test
  void aConnectionIsKeptWithItsCounts(DynamoDbClient client) {
    DynamoConnectionStore store =
        new DynamoConnectionStore(new DynamoTable(client, Tables.sessions(client)));
    Connection connection = new Connection("c1=", "ses_1", 5_000);
    store.put(connection);
    assertThat(store.load("c1=")).isEqualTo(connection);

    assertThat(store.countMalformed("c1=")).isEqualTo(1);
    assertThat(store.countMalformed("c1=")).isEqualTo(2);
    assertThat(store.countLimited("c1=", 100_000)).isEqualTo(1);
    assertThat(store.countLimited("c1=", 159_999)).isEqualTo(2);
    assertThat(store.countLimited("c1=", 160_000)).isEqualTo(1);

    store.delete("c1=");
    assertThat(store.load("c1=")).isNull();
    assertThat(store.countMalformed("c1=")).isZero();
    assertThat(store.countLimited("c1=", 1)).isZero();
  }

  private RoomPush push(DynamoDbClient client) {
    DynamoMemberStore members =
        new DynamoMemberStore(new DynamoTable(client, Tables.sessions(client)));
    ConnectionSender sender = new ConnectionSender(inboxes, duration -> {}, InstantSource.system());
    return new RoomPush(members, sender, member -> lost.add(member.sessionId()));
  }

  private static Member member(int number, String participant) {
    return new Member(
        ROOM,
        "ses_" + number,
        "ada",
        participant,
        "name",
        "c" + number,
        true,
        false,
        number,
        number);
  }

  private static List<RoomFrame> frames(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> RoomFrame.toAll(JsonObject.builder().put("n", number).build()))
        .toList();
  }

  /** What every connection received. */
  private static final class Inboxes implements ApiGatewayManagementApiClient {
    private final Map<String, List<String>> received = new ConcurrentHashMap<>();
    private final List<String> deleted = new CopyOnWriteArrayList<>();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    @Override
    public PostToConnectionResponse postToConnection(PostToConnectionRequest request) {
      @Nullable String id = request.connectionId();
      if (gone.contains(id)) {
        throw GoneException.builder().build();
      }
      if (busy.contains(id)) {
        throw LimitExceededException.builder().build();
      }
      received
          .computeIfAbsent(id, key -> new CopyOnWriteArrayList<>())
          .add(request.data().asUtf8String());
      return PostToConnectionResponse.builder().build();
    }

    @Override
    public DeleteConnectionResponse deleteConnection(DeleteConnectionRequest request) {
      deleted.add(request.connectionId());
      return DeleteConnectionResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "execute-api";
    }

    @Override
    public void close() {}
  }
}
