package dev.baton.local.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.lambda.FailureRecord;
import dev.baton.local.lambda.InvocationResult;
import dev.baton.local.lambda.LocalFunction;
import dev.baton.local.lambda.RetryPace;
import dev.baton.local.queue.Queues;
import dev.baton.local.template.StreamMapping;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the function with a batch until every record of it is done or given up: item failures,
 * bisecting, retries, record age, dead letters.
 *
 * <p>Source: AWS Lambda developer guide, "Retain discarded records for a DynamoDB event source".
 */
final class BatchRunner {
  private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);

  private final StreamMapping mapping;
  private final LocalFunction function;
  private final Queues queues;
  private final InstantSource clock;
  private final RetryPace pace;
  private final String streamArn;

  BatchRunner(
      StreamMapping mapping,
      LocalFunction function,
      Queues queues,
      InstantSource clock,
      RetryPace pace,
      String streamArn) {
    this.mapping = mapping;
    this.function = function;
    this.queues = queues;
    this.clock = clock;
    this.pace = pace;
    this.streamArn = streamArn;
  }

  /** Records that still have to be handled, and how often they failed. */
  private record Work(List<StreamRecord> records, int failures) {}

  /**
   * Handles a batch of one shard.
   *
   * @throws InterruptedException when the stack stops; what is not done by then comes again
   */
  void run(String shardId, List<StreamRecord> batch, Checkpoint checkpoint)
      throws InterruptedException {
    Deque<Work> open = new ArrayDeque<>();
    open.push(new Work(batch, 0));
    while (!open.isEmpty()) {
      Work work = withoutExpired(shardId, open.pop(), checkpoint);
      if (!work.records().isEmpty()) {
        attempt(shardId, work, open, checkpoint);
      }
    }
  }

  private void attempt(String shardId, Work work, Deque<Work> open, Checkpoint checkpoint)
      throws InterruptedException {
    List<StreamRecord> records = work.records();
    InvocationResult result = function.invoke(event(records));
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedException("stopping");
    }
    switch (Verdict.of(result, records, mapping.reportsItemFailures())) {
      case Verdict.Done done -> finish(records, checkpoint);
      case Verdict.FailedFrom(int index) when index > 0 -> {
        finish(records.subList(0, index), checkpoint);
        List<StreamRecord> rest = records.subList(index, records.size());
        retry(shardId, new Work(rest, work.failures()), open, checkpoint);
      }
      case Verdict.FailedFrom first -> bisectOrRetry(shardId, work, open, checkpoint);
      case Verdict.Failed failed -> bisectOrRetry(shardId, work, open, checkpoint);
    }
  }

  private void bisectOrRetry(String shardId, Work work, Deque<Work> open, Checkpoint checkpoint)
      throws InterruptedException {
    List<StreamRecord> records = work.records();
    if (mapping.bisects() && records.size() > 1) {
      int middle = records.size() / 2;
      open.push(new Work(records.subList(middle, records.size()), work.failures()));
      open.push(new Work(records.subList(0, middle), work.failures()));
    } else {
      retry(shardId, work, open, checkpoint);
    }
  }

  private void retry(String shardId, Work work, Deque<Work> open, Checkpoint checkpoint)
      throws InterruptedException {
    int failures = work.failures() + 1;
    int most = mapping.maximumRetryAttempts();
    if (most >= 0 && failures > most) {
      giveUp(shardId, work.records(), "RetryAttemptsExhausted", failures, checkpoint);
    } else {
      Thread.sleep(pace.after(failures));
      open.push(new Work(work.records(), failures));
    }
  }

  private Work withoutExpired(String shardId, Work work, Checkpoint checkpoint) {
    Duration age = mapping.maximumRecordAge();
    if (age == null) {
      return work;
    }
    Instant oldest = clock.instant().minus(age);
    List<StreamRecord> expired =
        work.records().stream().filter(r -> r.createdAt().isBefore(oldest)).toList();
    if (!expired.isEmpty()) {
      giveUp(shardId, expired, "RecordAgeExceeded", work.failures(), checkpoint);
    }
    return new Work(
        work.records().stream().filter(r -> !r.createdAt().isBefore(oldest)).toList(),
        work.failures());
  }

  private void giveUp(
      String shardId,
      List<StreamRecord> records,
      String condition,
      int invocations,
      Checkpoint checkpoint) {
    String queue = mapping.onFailureQueueArn();
    if (queue == null) {
      LOG.error(
          "{} records of {} are lost: {} and the mapping has no OnFailure destination",
          records.size(),
          streamArn,
          condition);
    } else {
      String record =
          FailureRecord.ofStreamBatch(
              function,
              UUID.randomUUID().toString(),
              condition,
              invocations,
              batchInfo(shardId, records),
              clock.instant());
      queues.send(queue, record, Map.of());
    }
    finish(records, checkpoint);
  }

  private ObjectNode batchInfo(String shardId, List<StreamRecord> records) {
    StreamRecord first = records.getFirst();
    StreamRecord last = records.getLast();
    return Jsons.object()
        .put("shardId", shardId)
        .put("startSequenceNumber", first.sequenceNumber())
        .put("endSequenceNumber", last.sequenceNumber())
        .put("approximateArrivalOfFirstRecord", first.createdAt().toString())
        .put("approximateArrivalOfLastRecord", last.createdAt().toString())
        .put("batchSize", records.size())
        .put("streamArn", streamArn);
  }

  private static void finish(List<StreamRecord> records, Checkpoint checkpoint) {
    checkpoint.done(records.stream().map(StreamRecord::sequenceNumber).toList());
  }

  private static byte[] event(List<StreamRecord> records) {
    ObjectNode event = Jsons.object();
    ArrayNode array = event.putArray("Records");
    records.forEach(record -> array.add(record.event()));
    return Jsons.bytes(event);
  }
}
