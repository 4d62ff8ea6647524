package dev.baton.survey.store;

import dev.baton.shell.dynamo.Cursor;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads answer rows, oldest first. They are written with the participant item. */
public final class DynamoAnswerStore {
  private static final String PREFIX = "answer#";
  private static final String AFTER_ALL = "answer$";

  private final SurveysTable table;

  /** A store. */
  public DynamoAnswerStore(SurveysTable table) {
    this.table = table;
  }

  /**
   * Rows of one participant with a timestamp of {@code since} or later. Sees every finished write.
   */
  public Page<StoredAnswerRow> ofParticipant(
      ParticipantKey participant, long since, int limit, @Nullable Cursor from) {
    String pk = SurveyKeys.participant(participant);
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table.name())
            .consistentRead(true)
            .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS(pk),
                    ":first", AttributeValue.fromS(PREFIX + SurveyKeys.moment(since)),
                    ":last", AttributeValue.fromS(AFTER_ALL)));
    return RowQuery.ofTable(query, pk).read(table, limit, from).map(AnswerItems::read);
  }

  /** Rows of a form of a page with a timestamp of {@code since} or later. May lag by a moment. */
  public Page<StoredAnswerRow> ofForm(
      String pageId, String shortcode, long since, int limit, @Nullable Cursor from) {
    String hash = SurveyKeys.answersOf(pageId, shortcode);
    return RowQuery.ofRows(table, hash, since, Long.MAX_VALUE)
        .read(table, limit, from)
        .map(AnswerItems::read);
  }
}
