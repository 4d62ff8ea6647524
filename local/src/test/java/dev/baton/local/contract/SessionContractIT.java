package dev.baton.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.access.Scopes;
import dev.baton.core.frame.WayBack;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionDecision;
import dev.baton.core.session.SessionLimits;
import dev.baton.core.session.SessionMachine;
import dev.baton.core.session.SessionParticipant;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.session.DynamoSessionStore;
import dev.baton.shell.session.OwnedSession;
import dev.baton.shell.session.SessionSave;
import dev.baton.testkit.dynamodb.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Transactions with conditions on several items, as sessions are written. */
abstract class SessionContractIT {
  private static final long NOW = Instant.parse("2026-01-31T12:00:00Z").toEpochMilli();
  private static final long LIFE = Duration.ofHours(24).toMillis();

  private final DynamoSessionStore store;

  SessionContractIT(Cloud cloud) {
    DynamoDbClient client = cloud.client(DynamoDbClient.builder());
    store = new DynamoSessionStore(ContractTable.ready(client, Tables.sessions(client)));
  }

  @Test
  void aSessionIsMadeOnceAndTheSecondMakerIsShownIt() {
    SessionDecision opened = opened("ses_1", "seat", NOW);

    assertThat(store.create(opened, NOW + LIFE)).isEqualTo(new SessionSave.Saved());

    assertThat(store.create(opened, NOW + LIFE)).isEqualTo(new SessionSave.Lost(opened.next()));
    assertThat(store.load("ses_1")).isEqualTo(opened.next());
  }

  @Test
  void ofTwoDecisionsOnTheSameVersionOneIsWritten() {
    Session session = made("ses_1", "seat");
    SessionDecision winner = reissued(session, "winner");

    assertThat(store.save(session, winner)).isEqualTo(new SessionSave.Saved());

    assertThat(store.save(session, reissued(session, "loser")))
        .isEqualTo(new SessionSave.Lost(winner.next()));
  }

  @Test
  void aSeatIsTakenOnceAndTheSecondSessionIsNotThere() {
    made("ses_1", "seat");

    assertThat(store.create(opened("ses_2", "seat", NOW), NOW + LIFE))
        .isEqualTo(new SessionSave.SeatTaken());

    assertThat(store.load("ses_2")).isNull();
    assertThat(live()).containsExactly("ses_1");
  }

  @Test
  void aSeatPastItsTimeIsFreeBeforeItsRowIsGone() {
    made("ses_1", "seat");
    long later = NOW + LIFE;

    assertThat(store.ofOwner("dev", later)).isEmpty();
    assertThat(store.create(opened("ses_2", "seat", later), later + LIFE))
        .isEqualTo(new SessionSave.Saved());
  }

  @Test
  void theEndOfASessionFreesItsSeatAndNoOthers() {
    Session session = made("ses_1", "one");
    made("ses_2", "two");

    store.save(session, decided(session, new SessionCommand.End(null)));

    assertThat(live()).containsExactly("ses_2");
  }

  @Test
  void ofManyWritersOneWinsEachVersion() throws Exception {
    made("ses_1", "seat");
    List<Future<Integer>> writers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < 6; writer++) {
        String name = "writer " + writer;
        writers.add(threads.submit(() -> writeThrice(name)));
      }
    }
    int won = 0;
    for (Future<Integer> writer : writers) {
      won += writer.get();
    }

    assertThat(won).isEqualTo(18);
    assertThat(loaded().version()).isEqualTo(1 + 18);
  }

  private int writeThrice(String name) {
    int won = 0;
    while (won < 3) {
      Session session = loaded();
      boolean saved =
          store.save(session, reissued(session, name + won)) instanceof SessionSave.Saved;
      won += saved ? 1 : 0;
    }
    return won;
  }

  private Session loaded() {
    return Objects.requireNonNull(store.load("ses_1"));
  }

  private List<String> live() {
    return store.ofOwner("dev", NOW).stream().map(OwnedSession::sessionId).toList();
  }

  private Session made(String id, String seat) {
    SessionDecision opened = opened(id, seat, NOW);
    assertThat(store.create(opened, NOW + LIFE)).isEqualTo(new SessionSave.Saved());
    return opened.next();
  }

  private static SessionDecision reissued(Session session, String tokenHash) {
    return decided(session, new SessionCommand.Reissue(tokenHash));
  }

  private static SessionDecision decided(Session session, SessionCommand command) {
    return SessionMachine.decide(session, command, NOW, SessionLimits.DEFAULTS);
  }

  private static SessionDecision opened(String id, String seat, long now) {
    SessionProfile profile =
        new SessionProfile(
            id,
            "chat",
            "chat:general",
            "dev",
            "key_1",
            Scopes.parse("*"),
            "websocket",
            new SessionParticipant("p_1", "Owner", false),
            JsonObject.EMPTY,
            new WayBack("chat-join", "chat-reconnect"),
            5,
            0,
            now,
            seat);
    return SessionMachine.open(profile, "hash", now, SessionLimits.DEFAULTS);
  }
}
