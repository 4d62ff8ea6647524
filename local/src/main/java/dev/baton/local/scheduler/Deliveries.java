package dev.baton.local.scheduler;

import dev.baton.local.journal.Journal;
import dev.baton.local.lambda.EventQueue;
import dev.baton.local.lambda.Functions;
import dev.baton.local.lambda.LocalFunction;
import dev.baton.local.lambda.RetryPace;
import dev.baton.local.queue.Queues;
import dev.baton.local.time.Timeline;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands fired schedules to their targets: tries, tries again as the retry policy says, and in the
 * end sends the input to the dead-letter queue.
 *
 * <p>As on AWS a Lambda target is invoked asynchronously: it has taken the event as soon as
 * Lambda's queue holds it. A function that fails afterwards is a matter of its own {@code
 * EventInvokeConfig}; this retry policy is for targets that cannot be reached.
 *
 * <p>Source: EventBridge Scheduler user guide, "Using templated targets" and "Configuring a
 * dead-letter queue".
 */
public final class Deliveries implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  private final Functions functions;
  private final EventQueue events;
  private final Queues queues;
  private final Journal journal;
  private final Timeline timeline;
  private final RetryPace pace;
  private volatile boolean closed;

  /** Deliveries over what the journal still holds; nothing is tried before {@link #start}. */
  public Deliveries(
      Functions functions,
      EventQueue events,
      Queues queues,
      Journal journal,
      Timeline timeline,
      RetryPace pace) {
    this.functions = functions;
    this.events = events;
    this.queues = queues;
    this.journal = journal;
    this.timeline = timeline;
    this.pace = pace;
  }

  /** Goes on with what an earlier process left. */
  public void start() {
    journal.entries().forEach((id, json) -> attempt(Delivery.fromJson(id, json)));
  }

  /** Tries nothing any more; what is open waits for the next start. */
  @Override
  public void close() {
    closed = true;
  }

  /** Tries a delivery. When this returns it is done, or durable and tried again later. */
  void attempt(Delivery delivery) {
    if (closed) {
      return; // it is in the journal
    }
    Delivery.Error error = handOver(delivery);
    if (error == null) {
      journal.remove(delivery.executionId());
      return;
    }
    Delivery failed = delivery.failed(error);
    Instant next = timeline.instant().plus(pace.after(failed.failures()));
    if (failed.failures() > failed.maximumRetryAttempts()) {
      giveUp(failed, "MaximumRetryAttempts");
    } else if (next.isAfter(failed.due().plus(failed.maximumAge()))) {
      giveUp(failed, "MaximumEventAgeInSeconds");
    } else {
      journal.put(failed.executionId(), failed.toJson());
      timeline.at(next, () -> attempt(failed));
    }
  }

  private Delivery.@Nullable Error handOver(Delivery delivery) {
    LocalFunction function = functions.find(delivery.targetArn());
    if (function == null) {
      return new Delivery.Error(
          "ResourceNotFoundException", "Function not found: " + delivery.targetArn());
    }
    events.accept(function, delivery.input().getBytes(StandardCharsets.UTF_8));
    return null;
  }

  private void giveUp(Delivery delivery, String condition) {
    String queue = delivery.deadLetterArn();
    if (queue == null || !queues.contains(queue)) {
      LOG.error(
          "Schedule {} is lost: {} exhausted and there is no dead-letter queue {}",
          delivery.scheduleArn(),
          condition,
          queue);
    } else {
      queues.send(queue, delivery.input(), attributes(delivery, condition));
    }
    journal.remove(delivery.executionId());
  }

  private static Map<String, String> attributes(Delivery delivery, String condition) {
    Map<String, String> attributes = new HashMap<>();
    Delivery.Error error = delivery.error();
    if (error != null) {
      attributes.put("ERROR_CODE", error.code());
      attributes.put("ERROR_MESSAGE", error.message());
    }
    attributes.put("EXECUTION_ID", delivery.executionId());
    attributes.put("EXHAUSTED_RETRY_CONDITION", condition);
    attributes.put("IS_PAYLOAD_TRUNCATED", "false");
    attributes.put("RETRY_ATTEMPTS", Integer.toString(delivery.failures() - 1));
    attributes.put("SCHEDULED_TIME", delivery.due().truncatedTo(ChronoUnit.SECONDS).toString());
    attributes.put("SCHEDULE_ARN", delivery.scheduleArn());
    attributes.put("TARGET_ARN", delivery.targetArn());
    return attributes;
  }
}
