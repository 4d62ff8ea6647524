package dev.baton.local.isolation;

import dev.baton.local.lambda.InvocationResult;
import dev.baton.local.runtime.RuntimeApi;
import dev.baton.local.runtime.RuntimeInvocation;
import dev.baton.local.template.FunctionDefinition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process of a function, which handles one invocation at a time. It is killed, as on Lambda,
 * when an invocation passes its timeout; whoever used it looks afterwards whether it {@link
 * #isAlive}.
 */
final class ExecutionEnvironment implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private final FunctionDefinition function;
  private final RuntimeApi api;
  private final Process process;
  private final CompletableFuture<Integer> exit;
  private final Logger log;

  /** The process that was started to ask this API. */
  ExecutionEnvironment(FunctionDefinition function, RuntimeApi api, Process process) {
    this.function = function;
    this.api = api;
    this.process = process;
    this.exit = process.onExit().thenApply(Process::exitValue);
    this.log = LoggerFactory.getLogger("lambda." + function.name());
    // A thread of the platform: reading from a process would hold the carrier of a virtual one.
    Thread.ofPlatform().daemon().name("log of " + function.name()).start(this::copyLog);
  }

  FunctionDefinition function() {
    return function;
  }

  boolean isAlive() {
    return process.toHandle().isAlive();
  }

  /**
   * Hands an event to the function and waits for what becomes of it.
   *
   * @param invocation its timeout counts from when the runtime has fetched the event, so a start
   *     takes none of it
   * @return {@link Outcome.Lost} when the process had ended before it could see the event
   */
  Outcome invoke(RuntimeInvocation invocation) {
    Call call = new Call();
    String requestId = invocation.requestId();
    api.invoke(invocation, call);
    try {
      CompletableFuture.anyOf(call.begun(), api.initError(), exit)
          .get(LONGEST_START.toMillis(), TimeUnit.MILLISECONDS);
      CompletableFuture.anyOf(call.result(), api.initError(), exit)
          .get(invocation.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return outcome(call, requestId);
    } catch (TimeoutException late) {
      close();
      return new Outcome.Known(
          call.begun().isDone()
              ? InvocationResult.timedOut(function, requestId)
              : InvocationResult.refused(
                  "Runtime.InitError", requestId + " The runtime did not ask for an event."));
    } catch (InterruptedException stopping) {
      close();
      Thread.currentThread().interrupt();
      return new Outcome.Known(InvocationResult.stopped());
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** An answer counts even if the process ended right after it. */
  private Outcome outcome(Call call, String requestId) {
    if (call.result().isDone()) {
      return new Outcome.Known(call.result().join());
    }
    if (api.initError().isDone()) {
      return new Outcome.Known(InvocationResult.failed(api.initError().join()));
    }
    if (!call.begun().isDone()) {
      return Outcome.Lost.LOST;
    }
    String message =
        "RequestId: %s Error: Runtime exited with error: exit status %d"
            .formatted(requestId, exit.join());
    return new Outcome.Known(InvocationResult.refused("Runtime.ExitError", message));
  }

  private void copyLog() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.info(line);
      }
    } catch (IOException | UncheckedIOException closed) {
      log.debug("The log ends", closed);
    }
  }

  /** Kills the process, which Lambda does too when nothing but a runtime is in it. */
  @Override
  public void close() {
    process.destroyForcibly();
    api.close();
  }

  /** Waits until the process is gone. */
  void awaitEnd() throws InterruptedException {
    process.waitFor();
  }
}
