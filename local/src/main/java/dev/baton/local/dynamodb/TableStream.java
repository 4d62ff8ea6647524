package dev.baton.local.dynamodb;

import dev.baton.local.template.TemplateException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;

/** The stream of a table, read without a detour over HTTP. */
public final class TableStream {
  private final EmbeddedDynamo dynamo;
  private final Caller caller;
  private final WriteSignal signal;
  private final String arn;
  private final String label;

  private TableStream(
      EmbeddedDynamo dynamo, Caller caller, WriteSignal signal, String arn, String label) {
    this.dynamo = dynamo;
    this.caller = caller;
    this.signal = signal;
    this.arn = arn;
    this.label = label;
  }

  /**
   * The stream of a table.
   *
   * @throws TemplateException when the table has none
   */
  public static TableStream of(EmbeddedDynamo dynamo, Caller caller, String table) {
    var description =
        dynamo
            .describeTable(caller.accessKey(), caller.region(), Requests.describeTable(table))
            .table();
    if (description.latestStreamArn() == null) {
      throw new TemplateException("Table " + table + " has no StreamSpecification.");
    }
    return new TableStream(
        dynamo,
        caller,
        dynamo.signal(table),
        description.latestStreamArn(),
        description.latestStreamLabel());
  }

  /** The time at which the stream was enabled; part of its ARN. */
  public String label() {
    return label;
  }

  /** All shards, parents before children. */
  public List<Shard> shards() {
    return dynamo
        .describeStream(
            caller.accessKey(),
            caller.region(),
            DescribeStreamRequest.builder().streamArn(arn).build())
        .streamDescription()
        .shards();
  }

  /**
   * An iterator over a shard.
   *
   * @param after sequence number behind which it begins, or null for the oldest record
   */
  public String iterator(String shardId, @Nullable String after) {
    return Objects.requireNonNull(
        dynamo
            .getShardIterator(
                caller.accessKey(),
                caller.region(),
                GetShardIteratorRequest.builder()
                    .streamArn(arn)
                    .shardId(shardId)
                    .shardIteratorType(
                        after == null
                            ? ShardIteratorType.TRIM_HORIZON
                            : ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                    .sequenceNumber(after)
                    .build())
            .shardIterator());
  }

  /**
   * The next records. The next iterator is null behind the end of a closed shard.
   *
   * @return null when the iterator stands before the oldest record that is left. DynamoDB Local
   *     also says so for a moment while the first record of a shard is written, and as long as all
   *     its records are too old
   */
  public @Nullable GetRecordsResponse read(String iterator) {
    try {
      return dynamo.getRecords(
          caller.accessKey(),
          caller.region(),
          GetRecordsRequest.builder().shardIterator(iterator).build());
    } catch (DynamoDBLocalServiceException refusal) {
      if (String.valueOf(refusal.getErrorCode()).startsWith("TrimmedDataAccess")) {
        return null;
      }
      throw refusal;
    }
  }

  /** Number of writes to the table so far; see {@link #awaitWrite}. */
  public long writes() {
    return signal.count();
  }

  /**
   * Waits for a write that came after so many, or for the end of the patience: deletions by time to
   * live are silent.
   */
  public void awaitWrite(long after, Duration patience) throws InterruptedException {
    signal.awaitMoreThan(after, patience);
  }

  /** Lets everybody who waits for a write to the table look around. */
  public void wake() {
    signal.raise();
  }
}
