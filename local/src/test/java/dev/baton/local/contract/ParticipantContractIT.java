package dev.baton.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonNumber;
import dev.baton.survey.core.machine.Decision;
import dev.baton.survey.core.machine.Outcome;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.ParticipantJson;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.row.AnswerRow;
import dev.baton.survey.core.participant.row.Rows;
import dev.baton.survey.store.DynamoAnswerStore;
import dev.baton.survey.store.DynamoClaimStore;
import dev.baton.survey.store.DynamoParticipantIndex;
import dev.baton.survey.store.DynamoParticipantStore;
import dev.baton.survey.store.DynamoTakenStore;
import dev.baton.survey.store.Page;
import dev.baton.survey.store.ParticipantKey;
import dev.baton.survey.store.ParticipantSummary;
import dev.baton.survey.store.SaveResult;
import dev.baton.survey.store.StoredAnswerRow;
import dev.baton.survey.store.SurveysTable;
import dev.baton.testkit.dynamodb.Tables;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** Items with rows beside them, secondary indexes, and the stream, as surveys use them. */
abstract class ParticipantContractIT {
  private static final String PAGE = "p#1";
  private static final ParticipantKey ANA = new ParticipantKey(PAGE, "u%2");

  private final Cloud cloud;
  private final DynamoDbClient client;
  private final SurveysTable table;
  private final DynamoParticipantStore store;

  ParticipantContractIT(Cloud cloud) {
    this.cloud = cloud;
    client = cloud.client(DynamoDbClient.builder());
    table = new SurveysTable(client, ContractTable.ready(client, Tables.surveys(client)).name());
    store = new DynamoParticipantStore(table);
  }

  @Test
  void aLostConditionShowsTheItemAndWritesNoRow() {
    Decision winner = decision(stranger("u%2"), Rows.NONE);
    assertThat(store.save(winner)).isEqualTo(new SaveResult.Saved());

    Decision alone = decision(stranger("u%2"), Rows.NONE);
    Decision withRows = decision(stranger("u%2"), rows(answer("k", 1_000)));
    assertThat(store.save(alone)).isEqualTo(new SaveResult.Lost(winner.next()));
    assertThat(store.save(withRows)).isEqualTo(new SaveResult.Lost(winner.next()));

    assertThat(new DynamoAnswerStore(table).ofParticipant(ANA, 0, 10, null).rows()).isEmpty();
  }

  @Test
  void aMessageThatIsAnsweredAlreadyIsWrittenWithoutItsAnswer() {
    Decision first = decision(stranger("u%2"), rows(answer("k", 1_000)));
    store.save(first);
    Decision again = decision(first.next(), rows(answer("k", 1_000)));

    assertThat(store.save(again)).isEqualTo(new SaveResult.Saved());

    assertThat(store.load(ANA)).isEqualTo(again.next());
    assertThat(new DynamoAnswerStore(table).ofParticipant(ANA, 0, 10, null).rows()).hasSize(1);
  }

  @Test
  void answersOfAFormAreReadInOrderPageByPage() {
    List<AnswerRow> answers =
        IntStream.rangeClosed(1, 5).mapToObj(at -> answer("k" + at, at * 1_000L)).toList();
    store.save(decision(stranger("u%2"), new Rows(answers, List.of(), List.of("READ01"), false)));
    DynamoAnswerStore stored = new DynamoAnswerStore(table);

    Page<StoredAnswerRow> first = stored.ofForm(PAGE, "READ01", 2_000, 3, null);
    Page<StoredAnswerRow> second = stored.ofForm(PAGE, "READ01", 2_000, 3, first.next());

    assertThat(Stream.concat(first.rows().stream(), second.rows().stream()))
        .extracting(row -> row.answer().timestamp())
        .containsExactly(2_000L, 3_000L, 4_000L, 5_000L);
    assertThat(first.rows().getFirst().answer().value()).isEqualTo(new JsonNumber("82.50"));
    assertThat(new DynamoTakenStore(table).all(ANA)).containsExactly("READ01");
  }

  @Test
  void anIndexShowsWhatItIsToldToKeep() {
    store.save(decision(stranger("ana"), Rows.NONE));
    store.save(decision(stranger("ben"), Rows.NONE));

    assertThat(new DynamoParticipantIndex(table).ofPage(PAGE, 10, null).rows())
        .containsExactly(
            new ParticipantSummary("ana", State.START, null, null, null),
            new ParticipantSummary("ben", State.START, null, null, null));
  }

  @Test
  void anAttemptIsClaimedOnce() {
    DynamoClaimStore claims = new DynamoClaimStore(table, InstantSource.system());

    assertThat(claims.claim(ANA, "3:1", 1)).isTrue();
    assertThat(claims.claim(ANA, "3:1", 1)).isFalse();
    assertThat(claims.claim(ANA, "3:1", 2)).isTrue();
  }

  @Test
  void theStreamTellsEveryChangeInOrderWithTheNewItem() {
    Decision first = decision(stranger("u%2"), Rows.NONE);
    store.save(first);
    Map<String, AttributeValue> item = onlyItem();
    store.save(decision(first.next(), Rows.NONE));
    client.deleteItem(delete ->
        delete.tableName(table.name()).key(Map.of("pk", key(item, "pk"), "sk", key(item, "sk"))));

    List<Record> records = StreamReading.of(cloud, streamArn(), 3);

    assertThat(records)
        .extracting(Record::eventName)
        .containsExactly(OperationType.INSERT, OperationType.MODIFY, OperationType.REMOVE);
    StreamRecord inserted = records.getFirst().dynamodb();
    assertThat(inserted.newImage()).isEqualTo(item);
    assertThat(inserted.keys()).containsOnlyKeys("pk", "sk");
    assertThat(inserted.hasOldImage()).isFalse();
    assertThat(records.getLast().dynamodb().hasNewImage()).isFalse();
  }

  private String streamArn() {
    return client
        .describeTable(describe -> describe.tableName(table.name()))
        .table()
        .latestStreamArn();
  }

  private Map<String, AttributeValue> onlyItem() {
    List<Map<String, AttributeValue>> items =
        client.scan(scan -> scan.tableName(table.name()).consistentRead(true)).items();
    assertThat(items).hasSize(1);
    return items.getFirst();
  }

  private static AttributeValue key(Map<String, AttributeValue> item, String name) {
    return item.getOrDefault(name, AttributeValue.fromNul(true));
  }

  private static Participant stranger(String userId) {
    return Participant.stranger(PAGE, userId, "owner");
  }

  private static Decision decision(Participant before, Rows rows) {
    Participant next = before.nextVersion();
    String body = ParticipantJson.toJson(next).write();
    return new Decision(next, List.of(), new Outcome.Committed(), rows, true, body, Map.of());
  }

  private static Rows rows(AnswerRow answer) {
    return new Rows(List.of(answer), List.of(), List.of(), false);
  }

  private static AnswerRow answer(String key, long at) {
    return new AnswerRow(
        at, key, "READ01", "READ01", 1, "name", "82,50", new JsonNumber("82.50"), true, null, at);
  }
}
