package dev.baton.local.stream;

import dev.baton.local.dynamodb.TableStream;
import dev.baton.local.journal.Journal;
import dev.baton.local.lambda.LocalFunction;
import dev.baton.local.lambda.RetryPace;
import dev.baton.local.queue.Queues;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.StreamMapping;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Shard;

/**
 * The event source mapping of one function: reads all shards of a stream, a child only after its
 * parent. Positions are durable, so records come at least once over any number of restarts.
 */
public final class StreamSource implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamSource.class);

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final StreamMapping mapping;
  private final TableStream stream;
  private final Journal journal;
  private final InstantSource clock;
  private final RecordReader reader;
  private final BatchRunner runner;
  private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<String> started = new HashSet<>();
  private volatile boolean stopping;

  /**
   * A mapping that reads nothing before {@link #start}.
   *
   * @param journal where positions are kept; may be shared by all mappings
   * @param pace waits between tries of a failed batch
   */
  public StreamSource(
      StreamMapping mapping,
      TableStream stream,
      LocalFunction function,
      Queues queues,
      Journal journal,
      InstantSource clock,
      RetryPace pace,
      AwsPlace place) {
    this.mapping = mapping;
    this.stream = stream;
    this.journal = journal;
    this.clock = clock;
    String arn = place.table(mapping.tableName()) + "/stream/" + stream.label();
    this.reader = new RecordReader(arn, place.region());
    this.runner = new BatchRunner(mapping, function, queues, clock, pace, arn);
  }

  /** Fixes where to begin, durably, and begins. */
  public synchronized void start() {
    List<Shard> shards = stream.shards();
    boolean fresh = shards.stream().noneMatch(shard -> checkpoint(shard.shardId()).known());
    if (fresh) {
      shards.forEach(shard ->
          checkpoint(shard.shardId())
              .startAt(mapping.fromStart() ? null : lastOf(shard.shardId())));
    }
    startReady();
  }

  /**
   * Lets running batches end, within reason. Readers are only interrupted when asking them does not
   * help.
   */
  @Override
  public void close() throws InterruptedException {
    stopping = true;
    stream.wake();
    readers.shutdown();
    if (!readers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      readers.shutdownNow();
    }
    if (!readers.awaitTermination(10, TimeUnit.SECONDS)) {
      LOG.warn("The stream of {} did not stop in time", mapping.tableName());
    }
  }

  /** Starts every shard whose parent is done; whether there was one. */
  private synchronized boolean startReady() {
    List<Shard> shards = stream.shards();
    Set<String> unfinished = new HashSet<>();
    shards.stream()
        .map(Shard::shardId)
        .filter(id -> !checkpoint(id).finished())
        .forEach(unfinished::add);
    boolean any = false;
    for (Shard shard : shards) {
      String id = shard.shardId();
      if (unfinished.contains(id) && !unfinished.contains(parent(shard)) && started.add(id)) {
        readers.execute(() -> read(id));
        any = true;
      }
    }
    return any;
  }

  private void read(String shardId) {
    try {
      readShard(shardId);
      while (!stopping && !startReady()) {
        Thread.sleep(PATIENCE); // a child may appear a little after its parent closed
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RejectedExecutionException stopping) {
      LOG.debug("Shard {} is left to the next start", shardId);
    }
  }

  private void readShard(String shardId) throws InterruptedException {
    Checkpoint checkpoint = checkpoint(shardId);
    try {
      new ShardReader(shardId, stream, reader, mapping, checkpoint, runner, clock, () -> stopping)
          .run();
    } catch (RuntimeException fault) {
      LOG.error("Shard {} of {} is begun anew", shardId, mapping.tableName(), fault);
      Thread.sleep(PATIENCE);
      synchronized (this) {
        started.remove(shardId);
      }
    }
  }

  private Checkpoint checkpoint(String shardId) {
    return new Checkpoint(journal, mapping.functionName() + "/" + stream.label() + "/" + shardId);
  }

  private static String parent(Shard shard) {
    return shard.parentShardId() == null ? "" : shard.parentShardId();
  }

  /** The sequence number of the newest record of a shard, or null when it is empty. */
  private @Nullable String lastOf(String shardId) {
    String last = null;
    String iterator = stream.iterator(shardId, null);
    while (iterator != null) {
      GetRecordsResponse page = stream.read(iterator);
      if (page == null || page.records().isEmpty()) {
        break;
      }
      last = page.records().getLast().dynamodb().sequenceNumber();
      iterator = page.nextShardIterator();
    }
    return last;
  }
}
