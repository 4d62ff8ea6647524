package dev.baton.survey.store;

import dev.baton.shell.dynamo.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The Surveys table and what its stores do with it. Reads are strongly consistent unless they say
 * otherwise.
 *
 * @param client the client
 * @param name the table's name
 */
public record SurveysTable(DynamoDbClient client, String name) {
  /** The index of answers and handoff records by page. */
  static final String ROWS_INDEX = "Rows";

  /** The index of participants by page. */
  static final String PARTICIPANTS_INDEX = "Participants";

  @Nullable Attributes get(String pk, String sk) {
    return get(pk, sk, true);
  }

  @Nullable Attributes get(String pk, String sk, boolean consistent) {
    Map<String, AttributeValue> item =
        client
            .getItem(
                get -> get.tableName(name).key(ItemWriter.key(pk, sk)).consistentRead(consistent))
            .item();
    return item.isEmpty() ? null : Attributes.of(item);
  }

  void put(ItemWriter item) {
    client.putItem(put -> put.tableName(name).item(item.item()));
  }

  /** Whether the item was put; false when there is one of its key. */
  boolean putIfAbsent(ItemWriter item) {
    try {
      client.putItem(put ->
          put.tableName(name).item(item.item()).conditionExpression("attribute_not_exists(pk)"));
      return true;
    } catch (ConditionalCheckFailedException taken) {
      return false;
    }
  }

  void delete(String pk, String sk) {
    client.deleteItem(delete -> delete.tableName(name).key(ItemWriter.key(pk, sk)));
  }

  /** Items of a partition whose sort key begins with the prefix, in ascending order. */
  QueryRequest.Builder beginningWith(String pk, String prefix) {
    return QueryRequest.builder()
        .tableName(name)
        .consistentRead(true)
        .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
        .expressionAttributeValues(
            Map.of(":pk", AttributeValue.fromS(pk), ":prefix", AttributeValue.fromS(prefix)));
  }

  /** All items of a query. Only for partitions that are small by nature. */
  List<Attributes> all(QueryRequest query) {
    List<Attributes> items = new ArrayList<>();
    client.queryPaginator(query).items().forEach(item -> items.add(Attributes.of(item)));
    return items;
  }
}
