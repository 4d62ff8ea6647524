package dev.baton.local.stream;

import dev.baton.local.dynamodb.TableStream;
import dev.baton.local.template.StreamMapping;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Reads one shard from its checkpoint on, lets the filter drop records, and deals the others to
 * lanes. Between writes it sleeps, so an idle stack costs nothing and a write is seen at once.
 */
final class ShardReader {
  private static final Logger LOG = LoggerFactory.getLogger(ShardReader.class);
  private static final Duration IDLE = Duration.ofSeconds(1);

  private final String shardId;
  private final TableStream stream;
  private final RecordReader reader;
  private final List<FilterPattern> filters;
  private final Checkpoint checkpoint;
  private final BatchRunner runner;
  private final InstantSource clock;
  private final BooleanSupplier stopping;
  private final List<Lane> lanes;

  ShardReader(
      String shardId,
      TableStream stream,
      RecordReader reader,
      StreamMapping mapping,
      Checkpoint checkpoint,
      BatchRunner runner,
      InstantSource clock,
      BooleanSupplier stopping) {
    this.shardId = shardId;
    this.stream = stream;
    this.reader = reader;
    this.filters = mapping.filters().stream().map(FilterPattern::of).toList();
    this.checkpoint = checkpoint;
    this.runner = runner;
    this.clock = clock;
    this.stopping = stopping;
    this.lanes = Stream.generate(() -> new Lane(mapping)).limit(mapping.parallelization()).toList();
  }

  /** Reads until the shard is closed and done, or until the stack stops. */
  void run() throws InterruptedException {
    Map<Lane, Thread> workers = new LinkedHashMap<>();
    try {
      for (Lane lane : lanes) {
        workers.put(lane, Thread.ofVirtual().start(() -> lane.run(shardId, runner, checkpoint)));
      }
      readToEnd();
      if (!stopping.getAsBoolean()) {
        checkpoint.awaitAllDone();
        checkpoint.finish();
      }
    } finally {
      boolean interrupted = Thread.interrupted();
      for (Map.Entry<Lane, Thread> worker : workers.entrySet()) {
        worker.getKey().stop(worker.getValue());
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void readToEnd() throws InterruptedException {
    String last = checkpoint.position();
    String iterator = stream.iterator(shardId, last);
    while (iterator != null && !stopping.getAsBoolean()) {
      long writes = stream.writes();
      GetRecordsResponse page = read(iterator);
      List<Record> fresh = page == null ? List.of() : newerThan(last, page.records());
      if (!fresh.isEmpty()) {
        last = fresh.getLast().dynamodb().sequenceNumber();
        deal(fresh);
      } else if (page == null || (page.records().isEmpty() && page.nextShardIterator() != null)) {
        stream.awaitWrite(writes, IDLE);
      }
      iterator = page == null ? stream.iterator(shardId, null) : page.nextShardIterator();
    }
  }

  /**
   * The records that were not dealt before: after a trimmed iterator reading begins at the oldest
   * one again.
   */
  private static List<Record> newerThan(@Nullable String last, List<Record> records) {
    return last == null
        ? records
        : records.stream()
            .filter(record -> record.dynamodb().sequenceNumber().compareTo(last) > 0)
            .toList();
  }

  /** The next page, or null when the iterator must be made anew. */
  private @Nullable GetRecordsResponse read(String iterator) {
    try {
      return stream.read(iterator);
    } catch (RuntimeException fault) {
      LOG.warn("Reading shard {} failed; trying again", shardId, fault);
      return null;
    }
  }

  private void deal(List<Record> records) throws InterruptedException {
    List<StreamRecord> wanted = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    for (Record raw : records) {
      StreamRecord record = reader.read(raw, clock.instant());
      checkpoint.begin(record.sequenceNumber());
      if (passes(record)) {
        wanted.add(record);
      } else {
        dropped.add(record.sequenceNumber());
      }
    }
    if (!dropped.isEmpty()) {
      checkpoint.done(dropped);
    }
    for (StreamRecord record : wanted) {
      lanes.get(Math.floorMod(record.key().hashCode(), lanes.size())).put(record);
    }
  }

  private boolean passes(StreamRecord record) {
    return filters.isEmpty() || filters.stream().anyMatch(filter -> filter.matches(record.event()));
  }
}
