package dev.baton.local.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads the stream of a table from its beginning. */
final class StreamReading {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private StreamReading() {}

  /** At least so many records, as soon as they are there; fewer when they do not come. */
  static List<Record> of(Cloud cloud, String streamArn, int number) {
    Instant end = Instant.now().plus(PATIENCE);
    try (DynamoDbStreamsClient streams = cloud.client(DynamoDbStreamsClient.builder())) {
      List<Record> records = all(streams, streamArn);
      while (records.size() < number && Instant.now().isBefore(end)) {
        records = all(streams, streamArn);
      }
      return records;
    }
  }

  private static List<Record> all(DynamoDbStreamsClient streams, String streamArn) {
    List<Record> records = new ArrayList<>();
    List<Shard> shards =
        streams
            .describeStream(describe -> describe.streamArn(streamArn))
            .streamDescription()
            .shards();
    for (Shard shard : shards) {
      String iterator =
          streams
              .getShardIterator(get ->
                  get.streamArn(streamArn)
                      .shardId(shard.shardId())
                      .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
              .shardIterator();
      GetRecordsResponse page = page(streams, iterator);
      while (page.hasRecords() && !page.records().isEmpty()) {
        records.addAll(page.records());
        page = page(streams, page.nextShardIterator());
      }
    }
    return records;
  }

  private static GetRecordsResponse page(DynamoDbStreamsClient streams, String iterator) {
    return streams.getRecords(get -> get.shardIterator(iterator));
  }
}
