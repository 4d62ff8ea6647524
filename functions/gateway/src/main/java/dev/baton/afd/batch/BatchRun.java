package dev.baton.afd.batch;

import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Fault;
import dev.baton.core.result.Refused;
import dev.baton.gateway.core.batch.BatchEntry;
import dev.baton.gateway.core.batch.BatchOutcome;
import dev.baton.gateway.core.batch.BatchPlan;
import dev.baton.gateway.core.call.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** One batch under way: so many workers as it asks for, each taking the next entry. */
final class BatchRun {
  private static final double NANOSECONDS = 1_000_000.0;

  private final BatchPlan.Accepted plan;
  private final long deadline;
  private final Function<BatchEntry.Callable, Envelope> calling;
  private final Refusing refusing;
  private final InstantSource clock;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicBoolean failed = new AtomicBoolean();
  private final AtomicReferenceArray<BatchOutcome> outcomes;

  /** Makes the result of an entry that is not called. */
  @FunctionalInterface
  interface Refusing {
    Envelope result(BatchEntry entry, Refused refusal);
  }

  BatchRun(
      BatchPlan.Accepted plan,
      long deadline,
      Function<BatchEntry.Callable, Envelope> calling,
      Refusing refusing,
      InstantSource clock) {
    this.plan = plan;
    this.deadline = deadline;
    this.calling = calling;
    this.refusing = refusing;
    this.clock = clock;
    this.outcomes = new AtomicReferenceArray<>(plan.entries().size());
  }

  /** Runs everything; one outcome for each entry, in the order of the request. */
  List<BatchOutcome> outcomes() {
    List<Future<?>> working = new ArrayList<>();
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int worker = 0; worker < plan.options().parallelism(); worker++) {
        working.add(workers.submit(this::work));
      }
    }
    working.forEach(BatchRun::join);
    List<BatchOutcome> all = new ArrayList<>();
    for (int index = 0; index < outcomes.length(); index++) {
      all.add(outcomes.get(index));
    }
    return all;
  }

  private static void join(Future<?> worker) {
    try {
      worker.get();
    } catch (ExecutionException fault) {
      throw new Fault(Fault.Category.BUG, "A batch ended with a fault.", fault);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.Category.UPSTREAM, "A batch was interrupted.", interrupted);
    }
  }

  private void work() {
    int index = next.getAndIncrement();
    while (index < plan.entries().size()) {
      BatchOutcome outcome = outcome(plan.entries().get(index));
      outcomes.set(index, outcome);
      if (outcome.fate() == BatchOutcome.Fate.FAILED) {
        failed.set(true);
      }
      index = next.getAndIncrement();
    }
  }

  private BatchOutcome outcome(BatchEntry entry) {
    if (plan.options().stopOnError() && failed.get()) {
      return skipped(
          entry,
          Refused.because(
              ErrorCodes.COMMAND_SKIPPED,
              "An earlier command failed and the batch stops on errors.",
              "Mend the failed command, or leave out options.stopOnError."));
    }
    if (clock.millis() >= deadline) {
      return skipped(
          entry,
          Refused.because(
              ErrorCodes.BATCH_TIMEOUT,
              "The time of the batch was over before this command began.",
              "Send the commands that are left in a batch of their own."));
    }
    return switch (entry) {
      case BatchEntry.Malformed malformed ->
          BatchOutcome.of(entry, refusing.result(entry, malformed.refusal()), 0);
      case BatchEntry.Callable callable -> called(callable);
    };
  }

  private BatchOutcome called(BatchEntry.Callable entry) {
    Instant begun = clock.instant();
    Envelope result = calling.apply(entry);
    Duration took = Duration.between(begun, clock.instant());
    return BatchOutcome.of(entry, result, took.toNanos() / NANOSECONDS);
  }

  private BatchOutcome skipped(BatchEntry entry, Refused refusal) {
    return BatchOutcome.skipped(entry, refusing.result(entry, refusal));
  }
}
