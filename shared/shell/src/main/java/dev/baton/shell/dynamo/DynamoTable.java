package dev.baton.shell.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A table with keys {@code pk} and {@code sk}, and what stores do with it. Reads are strongly
 * consistent.
 *
 * @param client the client
 * @param name the table's name
 */
public record DynamoTable(DynamoDbClient client, String name) {

  /** The key of an item. */
  public static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }

  /** An id as a part of a key: its {@code %} and {@code #} are escaped. */
  public static String escape(String id) {
    return id.replace("%", "%25").replace("#", "%23");
  }

  /** The item, or null. */
  public @Nullable Attributes get(String pk, String sk) {
    Map<String, AttributeValue> item =
        client.getItem(get -> get.tableName(name).key(key(pk, sk)).consistentRead(true)).item();
    return item.isEmpty() ? null : Attributes.of(item);
  }

  /** Puts an item, whatever was there. */
  public void put(NewItem item) {
    client.putItem(put -> put.tableName(name).item(item.item()));
  }

  /** Deletes an item, if it is there. */
  public void delete(String pk, String sk) {
    client.deleteItem(delete -> delete.tableName(name).key(key(pk, sk)));
  }

  /** Items of a partition whose sort key begins with the prefix, in ascending order. */
  public QueryRequest.Builder beginningWith(String pk, String prefix) {
    return QueryRequest.builder()
        .tableName(name)
        .consistentRead(true)
        .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
        .expressionAttributeValues(
            Map.of(":pk", AttributeValue.fromS(pk), ":prefix", AttributeValue.fromS(prefix)));
  }

  /** All items of a query. Only for partitions that are small by nature. */
  public List<Attributes> all(QueryRequest query) {
    List<Attributes> items = new ArrayList<>();
    client.queryPaginator(query).items().forEach(item -> items.add(Attributes.of(item)));
    return items;
  }
}
