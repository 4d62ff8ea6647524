package dev.baton.shell.limit;

import dev.baton.shell.dynamo.Attributes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Token buckets in the Sessions table: partition {@code rate#<owner>#<class>}, sort key {@code
 * rate}. A bucket is one number, the moment at which it is full again; taking a token moves that
 * moment by one interval, by one conditional update (two where many take at once). So instances
 * that share a bucket never let more through than it holds, and an owner who stays within costs one
 * write per call.
 */
public final class DynamoBucketStore {
  private static final String FULL_AT = "full_at";
  private static final Step FILLED =
      new Step(
          "SET full_at = :by, #ttl = :ttl", "attribute_not_exists(full_at) OR full_at <= :latest");
  private static final Step IN_USE =
      new Step("SET full_at = full_at + :by, #ttl = :ttl", "full_at > :now AND full_at <= :latest");
  private static final int TRIES = 5;
  private static final long MICROSECONDS = 1_000_000;
  private static final long KEPT_SECONDS = 86_400;

  /** One way of taking a token: from a bucket that is full, or from one that is in use. */
  private record Step(String update, String condition) {}

  private final DynamoDbClient client;
  private final String table;

  /** A store over the Sessions table. */
  public DynamoBucketStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Takes a token.
   *
   * @param now the time in microseconds since 1970
   * @return 0 when there was one; else the microseconds until there is
   */
  public long take(String owner, String bucket, Rate rate, long now) {
    Map<String, AttributeValue> key = key(owner, bucket);
    long room = now + rate.interval() * (rate.burst() - 1);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Long fullAt = moved(key, FILLED, now + rate.interval(), now, now);
      if (fullAt == null) {
        return 0;
      }
      // Others take at the same time: what they add is added to, never written over.
      Long after = fullAt > room ? fullAt : moved(key, IN_USE, rate.interval(), now, room);
      if (after == null) {
        return 0;
      }
      if (after > room) {
        return after - room;
      }
    }
    return rate.interval();
  }

  /** Moves the moment; answers null when that worked, else the moment that was there. */
  private @Nullable Long moved(
      Map<String, AttributeValue> key, Step step, long by, long now, long latest) {
    try {
      client.updateItem(
          UpdateItemRequest.builder()
              .tableName(table)
              .key(key)
              .updateExpression(step.update())
              .conditionExpression(step.condition())
              .expressionAttributeNames(Map.of("#ttl", "ttl"))
              .expressionAttributeValues(values(step, by, now, latest))
              .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
              .build());
      return null;
    } catch (ConditionalCheckFailedException lost) {
      Long there = Attributes.of(lost.item()).number(FULL_AT);
      return there == null ? Long.valueOf(now) : there;
    }
  }

  private static Map<String, AttributeValue> values(Step step, long by, long now, long latest) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":by", number(by));
    values.put(":latest", number(latest));
    values.put(":ttl", number(now / MICROSECONDS + KEPT_SECONDS));
    if (step == IN_USE) {
      values.put(":now", number(now));
    }
    return values;
  }

  private static Map<String, AttributeValue> key(String owner, String bucket) {
    return Map.of(
        "pk", AttributeValue.fromS("rate#" + owner + "#" + bucket),
        "sk", AttributeValue.fromS("rate"));
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
