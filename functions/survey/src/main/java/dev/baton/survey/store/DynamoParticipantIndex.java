package dev.baton.survey.store;

import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.Cursor;
import dev.baton.survey.core.participant.State;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Lists the participants of a page by their ids. May lag behind the participants by a moment. */
public final class DynamoParticipantIndex {
  private final SurveysTable table;

  /** An index. */
  public DynamoParticipantIndex(SurveysTable table) {
    this.table = table;
  }

  /** Some participants of a page. */
  public Page<ParticipantSummary> ofPage(String pageId, int limit, @Nullable Cursor from) {
    String hash = SurveyKeys.participantsOf(pageId);
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table.name())
            .indexName(SurveysTable.PARTICIPANTS_INDEX)
            .keyConditionExpression("participants_pk = :pk")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(hash)));
    return RowQuery.ofIndex(query, Columns.PARTICIPANTS_PK, hash, Columns.PARTICIPANTS_SK)
        .read(table, limit, from)
        .map(DynamoParticipantIndex::read);
  }

  private static ParticipantSummary read(Attributes item) {
    return new ParticipantSummary(
        item.requiredText(Columns.PARTICIPANTS_SK),
        State.valueOf(item.requiredText(Columns.STATE)),
        item.text(Columns.SHORTCODE),
        item.number(Columns.TIMER_DUE),
        item.number(Columns.WAIT_SINCE));
  }
}
