package dev.baton.survey.store;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Counts a page's Graph calls per second over all deliveries. Rows go by their time to live. */
public final class DynamoRateStore {
  private static final long KEPT_SECONDS = 3_600;

  private final SurveysTable table;

  /** A store. */
  public DynamoRateStore(SurveysTable table) {
    this.table = table;
  }

  /** Whether one more call fits into that second. */
  public boolean take(String pageId, long epochSecond, int limit) {
    try {
      table
          .client()
          .updateItem(update ->
              update
                  .tableName(table.name())
                  .key(ItemWriter.key(SurveyKeys.rate(pageId), Long.toString(epochSecond)))
                  .updateExpression("SET #ttl = :ttl ADD calls :one")
                  .conditionExpression("attribute_not_exists(calls) OR calls < :limit")
                  .expressionAttributeNames(Map.of("#ttl", Columns.TTL))
                  .expressionAttributeValues(
                      Map.of(
                          ":ttl", number(epochSecond + KEPT_SECONDS),
                          ":one", number(1),
                          ":limit", number(limit))));
      return true;
    } catch (ConditionalCheckFailedException full) {
      return false;
    }
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
