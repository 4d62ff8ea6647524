package dev.baton.survey.store;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.json.JsonReader;
import dev.baton.survey.core.machine.Decision;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.ParticipantJson;
import dev.baton.survey.core.participant.RunningSurvey;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Participants. A decision is written on the condition that nobody has written since the
 * participant was read: the item alone by one put, with rows by one transaction. A lost condition
 * answers the present item, so that nobody has to read it.
 */
public final class DynamoParticipantStore {
  /** The sort key of the item. */
  static final String SORT_KEY = "state";

  private static final String UPDATED_AT = "updated_at";
  private static final String WRITE = "write_id";
  private static final String UNCHANGED = "version = :version";
  private static final String NEW = "attribute_not_exists(pk)";
  private static final int DEEPEST_BODY = 200;

  private final SurveysTable table;
  private final ParticipantRows rows;
  private final InstantSource clock;
  private final JsonReader reader = JsonReader.keepingDuplicates(DEEPEST_BODY);

  /** A store. */
  public DynamoParticipantStore(SurveysTable table) {
    this(table, InstantSource.system());
  }

  /** A store whose writes carry the time of this clock. */
  public DynamoParticipantStore(SurveysTable table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
    this.rows = new ParticipantRows(table);
  }

  /** The participant, or null. Sees every finished write. */
  public @Nullable Participant load(ParticipantKey key) {
    return read(table.get(SurveyKeys.participant(key), SORT_KEY));
  }

  /** The participant and when they were last written, or null. Sees every finished write. */
  public @Nullable Written loadWritten(ParticipantKey key) {
    Attributes item = table.get(SurveyKeys.participant(key), SORT_KEY);
    return item == null
        ? null
        : new Written(ofBody(item.requiredText(Columns.BODY)), item.number(UPDATED_AT));
  }

  /**
   * A participant with the time of the last write.
   *
   * @param participant the participant
   * @param at milliseconds since 1970; null when it was not kept
   */
  public record Written(Participant participant, @Nullable Long at) {}

  /** The participant as of a moment ago, or null; at half the price. */
  public @Nullable Participant glance(ParticipantKey key) {
    return read(table.get(SurveyKeys.participant(key), SORT_KEY, false));
  }

  /** The participant of a body that this store wrote. */
  public Participant ofBody(String body) {
    return ParticipantJson.fromJson((JsonObject) reader.readOwn(body));
  }

  /** Writes what a decision changed. It must have something to write. */
  public SaveResult save(Decision decision) {
    return save(decision, false);
  }

  /** The same; the delivery of bulk work leaves room for others. */
  public SaveResult save(Decision decision, boolean bulk) {
    String write = UUID.randomUUID().toString();
    Put put = put(decision, write, bulk);
    try {
      if (decision.rows().isEmpty()) {
        table
            .client()
            .putItem(one ->
                one.tableName(put.tableName())
                    .item(put.item())
                    .conditionExpression(put.conditionExpression())
                    .expressionAttributeValues(values(put))
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD));
      } else {
        List<TransactWriteItem> all = rows.transaction(put, decision);
        table.client().transactWriteItems(request -> request.transactItems(all));
      }
      return new SaveResult.Saved();
    } catch (ConditionalCheckFailedException lost) {
      return lost(write, lost.item());
    } catch (TransactionCanceledException cancelled) {
      return isAnswered(cancelled)
          ? save(decision.withoutAnswers(), bulk)
          : cancelled(write, cancelled);
    } catch (TransactionConflictException conflict) {
      return new SaveResult.Lost(null);
    }
  }

  private Put put(Decision decision, String write, boolean bulk) {
    Participant next = decision.next();
    long before = next.version() - 1;
    Put.Builder put =
        Put.builder()
            .tableName(table.name())
            .item(item(decision, write, bulk))
            .conditionExpression(before == 0 ? NEW : UNCHANGED)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    return before == 0
        ? put.build()
        : put.expressionAttributeValues(
                Map.of(":version", AttributeValue.fromN(Long.toString(before))))
            .build();
  }

  private Map<String, AttributeValue> item(Decision decision, String write, boolean bulk) {
    Participant next = decision.next();
    RunningSurvey survey = next.survey();
    ParticipantKey key = new ParticipantKey(next.pageId(), next.userId());
    return ItemWriter.of(SurveyKeys.participant(key), SORT_KEY)
        .put(Columns.VERSION, next.version())
        .put(Columns.STATE, next.state().name())
        .put(Columns.SHORTCODE, survey == null ? null : survey.shortcode())
        .put(Columns.TIMER_DUE, boxed(next.timerDue()))
        .put(Columns.WAIT_SINCE, boxed(next.waitSince()))
        .put(Columns.WAKE, decision.wake() ? next.version() : null)
        .put(Columns.BULK, decision.wake() && bulk ? 1L : null)
        .put(Columns.PARTICIPANTS_PK, SurveyKeys.participantsOf(next.pageId()))
        .put(Columns.PARTICIPANTS_SK, next.userId())
        .put(WRITE, write)
        .put(UPDATED_AT, clock.millis())
        .put(Columns.BODY, decision.body())
        .item();
  }

  // Only the participant's item, which comes first, and answers are written on a condition.
  private static boolean isAnswered(TransactionCanceledException cancelled) {
    List<CancellationReason> reasons = cancelled.cancellationReasons();
    return !reasons.isEmpty()
        && reasons.stream().skip(1).anyMatch(DynamoParticipantStore::isCondition)
        && !isCondition(reasons.getFirst());
  }

  private static boolean isCondition(CancellationReason reason) {
    return "ConditionalCheckFailed".equals(reason.code());
  }

  private SaveResult cancelled(String write, TransactionCanceledException cancelled) {
    for (CancellationReason reason : cancelled.cancellationReasons()) {
      switch (String.valueOf(reason.code())) {
        case "ConditionalCheckFailed" -> {
          return lost(write, reason.item());
        }
        case "TransactionConflict" -> {
          return new SaveResult.Lost(null);
        }
        default -> {
          // Whatever else cancelled it is a fault, unless a later reason says otherwise.
        }
      }
    }
    throw cancelled;
  }

  // A write whose answer was lost is repeated by the SDK, and then finds itself. Comparing bodies
  // would not do: two callers who decide the same at the same moment write the same body.
  private SaveResult lost(String write, Map<String, AttributeValue> item) {
    Attributes current = Attributes.of(item);
    String body = current.text(Columns.BODY);
    if (body == null) {
      return new SaveResult.Lost(null);
    }
    boolean ours = write.equals(current.text(WRITE));
    return ours ? new SaveResult.Saved() : new SaveResult.Lost(ofBody(body));
  }

  private @Nullable Participant read(@Nullable Attributes item) {
    return item == null ? null : ofBody(item.requiredText(Columns.BODY));
  }

  private static @Nullable Map<String, AttributeValue> values(Put put) {
    return put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null;
  }

  private static @Nullable Long boxed(OptionalLong value) {
    return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
  }
}
