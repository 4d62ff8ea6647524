package dev.baton.survey.store;

import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.Cursor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * A query that is read page by page. A cursor holds the values of the key attributes after the hash
 * key, which the query itself supplies, so that no cursor leads out of its partition.
 *
 * @param query what is asked
 * @param hash the hash key of the table or index, with its value
 * @param rest the attributes that a cursor holds, in its order
 */
record RowQuery(QueryRequest.Builder query, Map<String, AttributeValue> hash, List<String> rest) {
  private static final String INVALID = "ValidationException";

  /** A query of a partition of the table. */
  static RowQuery ofTable(QueryRequest.Builder query, String pk) {
    return new RowQuery(query, Map.of(Columns.PK, AttributeValue.fromS(pk)), List.of(Columns.SK));
  }

  /** A query of a partition of an index. */
  static RowQuery ofIndex(
      QueryRequest.Builder query, String hashName, String hashValue, String rangeName) {
    return new RowQuery(
        query,
        Map.of(hashName, AttributeValue.fromS(hashValue)),
        List.of(rangeName, Columns.PK, Columns.SK));
  }

  /** Rows by page of the moments from one to the other, both included. */
  static RowQuery ofRows(SurveysTable table, String hash, long since, long until) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table.name())
            .indexName(SurveysTable.ROWS_INDEX)
            .keyConditionExpression("rows_pk = :pk AND rows_sk BETWEEN :since AND :until")
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS(hash),
                    ":since", AttributeValue.fromS(SurveyKeys.moment(since)),
                    ":until", AttributeValue.fromS(SurveyKeys.afterMoment(until))));
    return ofIndex(query, Columns.ROWS_PK, hash, Columns.ROWS_SK);
  }

  /**
   * The rows behind the cursor.
   *
   * @throws NoSuchPlace when no row of this query can be where the cursor is
   */
  Page<Attributes> read(SurveysTable table, int limit, @Nullable Cursor from) {
    QueryResponse response = response(table, query.limit(limit), from);
    Cursor next = response.hasLastEvaluatedKey() ? cursor(response.lastEvaluatedKey()) : null;
    return new Page<>(response.items().stream().map(Attributes::of).toList(), next);
  }

  // Only DynamoDB knows which keys are within a query, and says the same of them as of a query
  // that is wrong; but a wrong one would have failed without a cursor.
  private QueryResponse response(
      SurveysTable table, QueryRequest.Builder limited, @Nullable Cursor from) {
    if (from == null) {
      return table.client().query(limited.build());
    }
    try {
      return table.client().query(limited.exclusiveStartKey(startKey(from)).build());
    } catch (DynamoDbException refusal) {
      throw INVALID.equals(refusal.awsErrorDetails().errorCode())
          ? new NoSuchPlace(refusal)
          : refusal;
    }
  }

  private Map<String, AttributeValue> startKey(Cursor from) {
    if (from.position().size() != rest.size()) {
      throw new NoSuchPlace();
    }
    Map<String, AttributeValue> key = new HashMap<>(hash);
    for (int index = 0; index < rest.size(); index++) {
      key.put(rest.get(index), AttributeValue.fromS(from.position().get(index)));
    }
    return key;
  }

  private Cursor cursor(Map<String, AttributeValue> key) {
    Attributes last = Attributes.of(key);
    return new Cursor(rest.stream().map(last::requiredText).toList());
  }
}
