package dev.baton.shell.room;

import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Who may enter which resource. The list is in the head of the resource's log and alone decides;
 * beside it each owner has a row for every resource that they were let into, which only helps to
 * find it: whoever reads one looks at the head. Reads are strongly consistent.
 */
public final class DynamoGuestStore {
  private static final String ADMITTED = "admitted#";
  private static final String RESOURCE = "resource";

  private final DynamoTable table;
  private final InstantSource clock;

  /** A store over the Sessions table. */
  public DynamoGuestStore(DynamoTable table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /**
   * Lets these owners in and nobody else. A resource that does not exist comes into being, with the
   * caller as its host.
   *
   * @param host the caller; only the host of a resource may do it
   * @return the list until now, empty for a new resource; null when the caller is not its host
   */
  public @Nullable List<String> admit(String resource, String host, List<String> owners) {
    if (isSomebodyElses(resource, host)) {
      return null;
    }
    // Rows first: a row too many is seen through, one too few would hide a resource.
    owners.forEach(owner -> table.put(row(owner, resource)));
    try {
      Attributes before =
          Attributes.of(table.client().updateItem(list(resource, host, owners)).attributes());
      List<String> admitted = LogItems.allowed(before);
      return admitted == null ? List.of() : admitted;
    } catch (ConditionalCheckFailedException somebodyWasFirst) {
      return null;
    }
  }

  private boolean isSomebodyElses(String resource, String host) {
    Attributes head = table.get(MemberItems.partition(resource), LogItems.HEAD);
    return head != null && !host.equals(head.text(LogItems.HOST));
  }

  private UpdateItemRequest list(String resource, String host, List<String> owners) {
    AttributeValue list = AttributeValue.fromL(owners.stream().map(AttributeValue::fromS).toList());
    return UpdateItemRequest.builder()
        .tableName(table.name())
        .key(DynamoTable.key(MemberItems.partition(resource), LogItems.HEAD))
        .updateExpression(
            "SET #allow = :list, #host = :host, #seq = if_not_exists(#seq, :zero),"
                + " #last = if_not_exists(#last, :now), #created = if_not_exists(#created, :now)")
        .conditionExpression("attribute_not_exists(pk) OR #host = :host")
        .expressionAttributeNames(
            Map.of(
                "#allow", LogItems.ALLOW,
                "#host", LogItems.HOST,
                "#seq", LogItems.SEQ,
                "#last", LogItems.LAST_AT,
                "#created", LogItems.CREATED_AT))
        .expressionAttributeValues(
            Map.of(
                ":list", list,
                ":host", AttributeValue.fromS(host),
                ":zero", AttributeValue.fromN("0"),
                ":now", AttributeValue.fromN(Long.toString(clock.millis()))))
        .returnValues(ReturnValue.ALL_OLD)
        .build();
  }

  /** The resource is no longer found by an owner who may not enter it. */
  public void forget(String owner, String resource) {
    table.delete(partition(owner), ADMITTED + resource);
  }

  /**
   * Resources that an owner hosts or was let into, in ascending order, as the rows have it.
   *
   * @param prefix what their names begin with, such as {@code chat:}
   * @param after the one to go on after; null for the beginning
   */
  public Stream<String> ofOwner(String owner, String prefix, @Nullable String after) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table.name())
            .consistentRead(true)
            .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS(partition(owner)),
                    ":from", AttributeValue.fromS(ADMITTED + (after == null ? prefix : after)),
                    ":to", AttributeValue.fromS(ADMITTED + prefix + "~")))
            .build();
    return table.client().queryPaginator(query).items().stream()
        .map(item -> Attributes.of(item).requiredText(RESOURCE))
        .filter(resource -> !resource.equals(after));
  }

  private static NewItem row(String owner, String resource) {
    return NewItem.of(partition(owner), ADMITTED + resource).put(RESOURCE, resource);
  }

  private static String partition(String owner) {
    return "owner#" + DynamoTable.escape(owner);
  }
}
