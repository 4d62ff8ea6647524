package dev.baton.local.lambda;

import dev.baton.local.journal.Journal;
import dev.baton.local.queue.Queues;
import dev.baton.local.template.AsyncPolicy;
import dev.baton.local.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lambda's queue of asynchronous events. An accepted event is in the journal until the function has
 * handled it or it was given up, so a kill repeats it and never loses it; as on AWS a function must
 * bear repetition. There is no order.
 *
 * <p>Source: AWS Lambda developer guide, "Asynchronous invocation" and "Destinations".
 */
public final class EventQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventQueue.class);

  /** AWS's default concurrency of an account. */
  private static final int CONCURRENCY = 1_000;

  private final Functions functions;
  private final Queues queues;
  private final Journal journal;
  private final Timeline timeline;
  private final RetryPace pace;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(CONCURRENCY);

  /** A queue over what the journal still holds; nothing runs before {@link #start}. */
  public EventQueue(
      Functions functions, Queues queues, Journal journal, Timeline timeline, RetryPace pace) {
    this.functions = functions;
    this.queues = queues;
    this.journal = journal;
    this.timeline = timeline;
    this.pace = pace;
  }

  /** Begins with the events that an earlier process left. */
  public void start() {
    journal.entries().forEach((id, json) -> run(QueuedEvent.fromJson(id, json)));
  }

  /**
   * Accepts an event; it is durable when this returns.
   *
   * @return the request id
   */
  public String accept(LocalFunction function, byte[] payload) {
    QueuedEvent event =
        new QueuedEvent(
            UUID.randomUUID().toString(), function.arn(), payload, timeline.instant(), 0);
    journal.put(event.requestId(), event.toJson());
    run(event);
    return event.requestId();
  }

  /** Events that are neither handled nor given up. */
  public int pending() {
    return journal.size();
  }

  /** Waits a moment for running events; what is not done by then is done after the next start. */
  @Override
  public void close() throws InterruptedException {
    workers.shutdown();
    if (!workers.awaitTermination(3, TimeUnit.SECONDS)) {
      workers.shutdownNow();
    }
    journal.close();
  }

  private void run(QueuedEvent event) {
    try {
      workers.execute(() -> attempt(event));
    } catch (RejectedExecutionException stopping) {
      LOG.debug("Event {} waits for the next start", event.requestId());
    }
  }

  private void attempt(QueuedEvent event) {
    LocalFunction function = functions.find(event.function());
    if (function == null) {
      LOG.error(
          "Event {} is dropped: there is no function {}", event.requestId(), event.function());
      journal.remove(event.requestId());
      return;
    }
    places.acquireUninterruptibly();
    InvocationResult result;
    try {
      result = function.invoke(event.payload(), event.requestId());
    } finally {
      places.release();
    }
    if (Thread.currentThread().isInterrupted()) {
      return; // the stack is stopping; the journal keeps the event
    }
    switch (result) {
      case InvocationResult.Returned returned -> journal.remove(event.requestId());
      case InvocationResult.Threw threw -> failed(function, event.failedAgain(), threw);
      case InvocationResult.TimedOut late -> failed(function, event.failedAgain(), late);
    }
  }

  private void failed(LocalFunction function, QueuedEvent event, InvocationResult result) {
    AsyncPolicy policy = function.async();
    Duration wait = pace.after(event.failures());
    Instant next = timeline.instant().plus(wait);
    if (event.failures() > policy.maximumRetryAttempts()) {
      giveUp(function, event, result, "RetriesExhausted");
    } else if (event.acceptedAt().plus(policy.maximumEventAge()).isBefore(next)) {
      giveUp(function, event, result, "EventAgeExceeded");
    } else {
      journal.put(event.requestId(), event.toJson());
      timeline.at(next, () -> run(event));
    }
  }

  private void giveUp(
      LocalFunction function, QueuedEvent event, InvocationResult result, String condition) {
    String queue = function.async().onFailureQueueArn();
    if (queue == null) {
      LOG.error(
          "Event {} of {} is lost: {} and the function has no OnFailure destination",
          event.requestId(),
          event.function(),
          condition);
    } else {
      String record = FailureRecord.ofEvent(function, event, result, condition, timeline.instant());
      queues.send(queue, record, Map.of());
    }
    journal.remove(event.requestId());
  }
}
