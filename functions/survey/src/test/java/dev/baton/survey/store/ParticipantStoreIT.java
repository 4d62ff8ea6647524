package dev.baton.survey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.machine.Decision;
import dev.baton.survey.core.machine.Outcome;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.ParticipantJson;
import dev.baton.survey.core.participant.effect.HandoffId;
import dev.baton.survey.core.participant.row.AnswerRow;
import dev.baton.survey.core.participant.row.HandoffRow;
import dev.baton.survey.core.participant.row.Rows;
import dev.baton.survey.store.SaveResult.Lost;
import dev.baton.survey.store.SaveResult.Saved;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One condition guards the item and all its rows, whoever else writes. */
@ExtendWith(DynamoDbLocal.class)
class ParticipantStoreIT {
  private static final ParticipantKey ANA = new ParticipantKey("p#1", "u%2");

  private SurveysTable table;
  private DynamoParticipantStore store;

  @BeforeEach
  void createTable(DynamoDbClient client) {
    table = new SurveysTable(client, Tables.surveys(client));
    store = new DynamoParticipantStore(table);
  }

  @Test
  void participantComesBackAsItWasSaved() {
    Decision decision = decision(stranger(), Rows.NONE, true);

    assertThat(store.save(decision)).isEqualTo(new Saved());

    assertThat(store.load(ANA)).isEqualTo(decision.next());
    assertThat(store.glance(ANA)).isEqualTo(decision.next());
    assertThat(store.load(new ParticipantKey("p#1", "other"))).isNull();
  }

  @Test
  void wakeIsSetOnlyWhereADeliveryIsNeeded() {
    Decision first = decision(stranger(), Rows.NONE, true);
    store.save(first);
    assertThat(item()).containsKey("wake");

    store.save(decision(first.next(), Rows.NONE, false));
    assertThat(item()).doesNotContainKey("wake");
  }

  @Test
  void lostConditionAnswersThePresentParticipantAndWritesNoRow() {
    Decision winner = decision(stranger(), Rows.NONE, false);
    store.save(winner);
    Decision loser = decision(stranger(), rows(answer("k", "late")), true);

    assertThat(store.save(loser)).isEqualTo(new Lost(winner.next()));

    assertThat(answers()).isEmpty();
  }

  @Test
  void equalDecisionOfAnotherIsLost() {
    Decision decision = decision(stranger(), rows(answer("k", "x")), true);
    store.save(decision);

    assertThat(store.save(decision)).isEqualTo(new Lost(decision.next()));
  }

  @Test
  void ofManyWritersExactlyOneWinsEachVersion() throws Exception {
    store.save(decision(stranger(), Rows.NONE, false));
    int writers = 16;
    List<Future<Integer>> wins = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < writers; writer++) {
        String key = "k" + writer;
        wins.add(threads.submit(() -> increments(5, key)));
      }
    }
    int won = 0;
    for (Future<Integer> one : wins) {
      won += one.get();
    }

    assertThat(won).isEqualTo(writers * 5);
    assertThat(loaded().version()).isEqualTo(1 + won);
    assertThat(answers()).hasSize(won);
  }

  @Test
  void rowsAreReadByParticipantAndByPage() {
    Rows rows =
        new Rows(
            List.of(answer("m#1", "half \uD800 a character")),
            List.of(new HandoffRow(new HandoffId(3, 1), opened())),
            List.of("READ01"),
            false);
    Decision first = decision(stranger(), rows, false);
    store.save(first);
    JsonObject ended = JsonObject.builder().put("outcome", "returned").build();
    Rows more =
        new Rows(List.of(), List.of(new HandoffRow(new HandoffId(3, 1), ended)), List.of(), false);
    store.save(decision(first.next(), more, false));

    assertThat(answers()).singleElement().satisfies(ParticipantStoreIT::isTheAnswer);
    assertThat(new DynamoAnswerStore(table).ofForm("p#1", "READ01", 0, 10, null).rows()).hasSize(1);
    assertThat(
            new DynamoHandoffStore(table)
                .ofPage("p#1", 0, Long.MAX_VALUE / 1_000_000, 10, null)
                .rows())
        .singleElement()
        .satisfies(record -> {
          assertThat(record.text("outcome")).isEqualTo("returned");
          assertThat(record.text("target_app_id")).isEqualTo("999");
        });
    assertThat(new DynamoTakenStore(table).all(ANA)).containsExactly("READ01");
  }

  @Test
  void resetForgetsEveryMark() {
    List<String> many = new ArrayList<>();
    for (int form = 0; form < 60; form++) {
      many.add("F" + form);
    }
    Decision first = decision(stranger(), new Rows(List.of(), List.of(), many, false), false);
    store.save(first);

    store.save(decision(first.next(), new Rows(List.of(), List.of(), List.of("F1"), true), false));

    assertThat(new DynamoTakenStore(table).all(ANA)).containsExactly("F1");
  }

  @Test
  void participantsOfAPageAreListedWithTheirStates() {
    store.save(decision(stranger(), Rows.NONE, false));

    assertThat(new DynamoParticipantIndex(table).ofPage("p#1", 10, null).rows())
        .singleElement()
        .satisfies(one -> assertThat(one.userId()).isEqualTo("u%2"));
  }

  @Test
  void attemptIsClaimedOnce() throws Exception {
    DynamoClaimStore claims = new DynamoClaimStore(table, InstantSource.system());
    List<Future<Boolean>> claimed = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int rival = 0; rival < 10; rival++) {
        claimed.add(threads.submit(() -> claims.claim(ANA, "3:1", 1)));
      }
    }
    int winners = 0;
    for (Future<Boolean> one : claimed) {
      winners += one.get() ? 1 : 0;
    }

    assertThat(winners).isEqualTo(1);
    assertThat(claims.claim(ANA, "3:1", 2)).isTrue();
  }

  @Test
  void secondHoldsNoMoreCallsThanItsLimit() {
    DynamoRateStore rates = new DynamoRateStore(table);

    assertThat(rates.take("p", 100, 2)).isTrue();
    assertThat(rates.take("p", 100, 2)).isTrue();
    assertThat(rates.take("p", 100, 2)).isFalse();
    assertThat(rates.take("p", 101, 2)).isTrue();
    assertThat(rates.take("q", 100, 2)).isTrue();
  }

  private int increments(int times, String key) {
    int won = 0;
    while (won < times) {
      Rows rows = rows(answer(key + "-" + won, "x"));
      won += store.save(decision(loaded(), rows, false)) instanceof Saved ? 1 : 0;
    }
    return won;
  }

  private Participant loaded() {
    Participant participant = store.load(ANA);
    assertThat(participant).isNotNull();
    return participant;
  }

  private List<StoredAnswerRow> answers() {
    return new DynamoAnswerStore(table).ofParticipant(ANA, 0, 200, null).rows();
  }

  private Map<String, AttributeValue> item() {
    return table
        .client()
        .getItem(get ->
            get.tableName(table.name()).key(ItemWriter.key("participant#p%231#u%252", "state")))
        .item();
  }

  private static void isTheAnswer(StoredAnswerRow row) {
    assertThat(row.userId()).isEqualTo("u%2");
    assertThat(row.answer().response()).isEqualTo("half ? a character");
    assertThat(row.answer().value()).isEqualTo(new JsonNumber("82.50"));
  }

  private static Participant stranger() {
    return Participant.stranger("p#1", "u%2", "owner");
  }

  private static Decision decision(Participant before, Rows rows, boolean wake) {
    Participant next = before.nextVersion();
    String body = ParticipantJson.toJson(next).write();
    return new Decision(next, List.of(), new Outcome.Committed(), rows, wake, body, Map.of());
  }

  private static Rows rows(AnswerRow answer) {
    return new Rows(List.of(answer), List.of(), List.of(), false);
  }

  private static AnswerRow answer(String key, String response) {
    Json value = new JsonNumber("82.50");
    return new AnswerRow(
        1_000, key, "READ01", "READ01", 1, "name", response, value, true, null, 2_000);
  }

  private static JsonObject opened() {
    return JsonObject.builder().put("started_at", 5_000).put("target_app_id", "999").build();
  }
}
