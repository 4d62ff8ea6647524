package dev.baton.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.dynamodb.Caller;
import dev.baton.local.dynamodb.DynamoTables;
import dev.baton.local.dynamodb.EmbeddedDynamo;
import dev.baton.local.dynamodb.TableStream;
import dev.baton.local.journal.Journal;
import dev.baton.local.json.Jsons;
import dev.baton.local.lambda.LocalFunction;
import dev.baton.local.lambda.RetryPace;
import dev.baton.local.queue.Queues;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.QueueDefinition;
import dev.baton.local.template.StreamMapping;
import dev.baton.local.template.TableDefinition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * A table {@code Items} with a stream, and one mapping from it to a function. Dead letters go to
 * {@code letters}.
 */
final class StreamWorld implements AutoCloseable {
  private static final AwsPlace PLACE = AwsPlace.LOCAL;
  private static final Caller CALLER = new Caller("local", PLACE.region());
  private static final RetryPace QUICK = new RetryPace(Duration.ofMillis(1), Duration.ofMillis(5));

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final EmbeddedDynamo dynamo;
  private final Queues queues;

  StreamWorld(@Nullable Path directory, StreamMapping mapping, LocalFunction function)
      throws Exception {
    dynamo = add(new EmbeddedDynamo(directory));
    new DynamoTables(dynamo, CALLER).create(List.of(items()));
    QueueDefinition letters =
        new QueueDefinition(
            "letters", PLACE.queue("letters"), Duration.ofSeconds(30), Duration.ofDays(1));
    queues = add(new Queues(List.of(letters), directory, Clock.systemUTC()));
    Journal positions = add(Journal.open(directory, "streams"));
    StreamSource source =
        add(
            new StreamSource(
                mapping,
                TableStream.of(dynamo, CALLER, "Items"),
                function,
                queues,
                positions,
                Clock.systemUTC(),
                QUICK,
                PLACE));
    source.start();
  }

  /**
   * The usual mapping: batches of ten, from the start, item failures, two retries, dead letters.
   */
  static StreamMapping mapping(boolean bisects, int parallelization, String... filters) {
    return new StreamMapping(
        "consumer",
        "Items",
        true,
        10,
        Duration.ZERO,
        List.of(filters).stream().map(StreamWorld::json).toList(),
        true,
        bisects,
        2,
        null,
        parallelization,
        PLACE.queue("letters"));
  }

  /** The usual mapping, but a batch waits until it has so many records. */
  static StreamMapping wholeBatches(int size) {
    StreamMapping usual = mapping(false, 1);
    return new StreamMapping(
        usual.functionName(),
        usual.tableName(),
        usual.fromStart(),
        size,
        Duration.ofSeconds(30),
        usual.filters(),
        usual.reportsItemFailures(),
        usual.bisects(),
        usual.maximumRetryAttempts(),
        usual.maximumRecordAge(),
        usual.parallelization(),
        usual.onFailureQueueArn());
  }

  /** Writes an item with a number. */
  void put(String pk, int number) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", AttributeValue.fromS(pk));
    item.put("n", AttributeValue.fromN(Integer.toString(number)));
    dynamo.putItem(
        CALLER.accessKey(),
        CALLER.region(),
        PutItemRequest.builder().tableName("Items").item(item).build());
  }

  /** The bodies of the dead letters. */
  Queues queues() {
    return queues;
  }

  @Override
  public void close() throws Exception {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }

  static JsonNode json(String text) {
    return Objects.requireNonNull(Jsons.parse(text));
  }

  private <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  private static TableDefinition items() {
    return new TableDefinition(
        "Items",
        json(
            """
            {"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
             "StreamSpecification":{"StreamViewType":"NEW_IMAGE"}}\
            """));
  }
}
