package dev.baton.shell.repeat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Calls with idempotency keys in the Sessions table: partition {@code repeat#<owner>#<command>#
 * <key>}, sort key {@code repeat}. Each step is one conditional write. A call that took longer than
 * its lease and was overtaken by another can no longer write its answer.
 */
public final class DynamoRepeatStore {
  private static final String INPUT = "input";
  private static final String LEASE = "lease";
  private static final String STATUS = "status";
  private static final String RESULT = "result";
  // An item holds 400 KB; a compressed answer above this is not kept, and a repetition runs again.
  private static final int LARGEST_RESULT = 350_000;

  private final DynamoDbClient client;
  private final String table;
  private final Duration kept;
  private final Duration lease;
  private final JsonReader reader = JsonReader.keepingDuplicates(100);

  /**
   * A store over the Sessions table.
   *
   * @param kept how long answers are kept; zero when keys are not heeded
   * @param lease how long a call may run before it counts as lost
   */
  public DynamoRepeatStore(DynamoDbClient client, String table, Duration kept, Duration lease) {
    this.client = client;
    this.table = table;
    this.kept = kept;
    this.lease = lease;
  }

  /** Whether keys are not heeded at all. */
  public boolean isOff() {
    return kept.isZero();
  }

  /** Claims a call, or says why it is not to run. */
  public Repetition begin(RepeatKey key, long now) {
    long until = now + lease.toMillis();
    Map<String, AttributeValue> item = new HashMap<>(key(key));
    item.put(INPUT, AttributeValue.fromS(key.input()));
    item.put(LEASE, number(until));
    item.put("ttl", number((now + kept.toMillis()) / 1_000));
    try {
      client.putItem(
          PutItemRequest.builder()
              .tableName(table)
              .item(item)
              .conditionExpression(
                  "attribute_not_exists(pk) OR #ttl < :seconds"
                      + " OR (#input = :input AND attribute_not_exists(#result) AND lease <= :now)")
              .expressionAttributeNames(Map.of("#ttl", "ttl", "#input", INPUT, "#result", RESULT))
              .expressionAttributeValues(
                  Map.of(
                      ":seconds", number(now / 1_000),
                      ":input", AttributeValue.fromS(key.input()),
                      ":now", number(now)))
              .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
              .build());
      return new Repetition.First(until);
    } catch (ConditionalCheckFailedException there) {
      return known(key, Attributes.of(there.item()));
    }
  }

  /** Keeps the answer of a call, unless another call has overtaken it. */
  public void finish(RepeatKey key, Repetition.First first, int status, JsonObject stored) {
    byte[] packed = pack(stored.write());
    if (packed.length > LARGEST_RESULT) {
      abandon(key, first);
      return;
    }
    try {
      client.updateItem(
          UpdateItemRequest.builder()
              .tableName(table)
              .key(key(key))
              .updateExpression("SET #status = :status, #result = :result")
              .conditionExpression("lease = :lease")
              .expressionAttributeNames(Map.of("#status", STATUS, "#result", RESULT))
              .expressionAttributeValues(
                  Map.of(
                      ":status", number(status),
                      ":result", AttributeValue.fromB(SdkBytes.fromByteArray(packed)),
                      ":lease", number(first.lease())))
              .build());
    } catch (ConditionalCheckFailedException overtaken) {
      // The overtaking call's answer counts.
    }
  }

  /** Gives a call up, so that it may be made again at once. */
  public void abandon(RepeatKey key, Repetition.First first) {
    try {
      client.deleteItem(
          DeleteItemRequest.builder()
              .tableName(table)
              .key(key(key))
              .conditionExpression("lease = :lease")
              .expressionAttributeValues(Map.of(":lease", number(first.lease())))
              .build());
    } catch (ConditionalCheckFailedException overtaken) {
      // The overtaking call goes on.
    }
  }

  private Repetition known(RepeatKey key, Attributes there) {
    if (!key.input().equals(there.text(INPUT))) {
      return new Repetition.Reused();
    }
    Long status = there.number(STATUS);
    return status == null
        ? new Repetition.Running()
        : new Repetition.Answered(
            Math.toIntExact(status), (JsonObject) reader.readOwn(unpack(there.bytes(RESULT))));
  }

  private static byte[] pack(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String unpack(byte[] packed) {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(zip.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Map<String, AttributeValue> key(RepeatKey key) {
    return Map.of(
        "pk", AttributeValue.fromS(key.partition()), "sk", AttributeValue.fromS("repeat"));
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
