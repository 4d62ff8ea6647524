package dev.baton.local.isolation;

import dev.baton.local.lambda.InvocationResult;
import dev.baton.local.lambda.Invoker;
import dev.baton.local.runtime.RuntimeInvocation;
import dev.baton.local.template.FunctionDefinition;
import java.io.IOException;
import java.time.Duration;

/** Runs a function in processes of its own. */
final class ProcessInvoker implements Invoker {
  private static final Duration NO_TIMEOUT = Duration.ofDays(1);
  private static final int TRIES = 3;

  private final FunctionDefinition function;
  private final Environments environments;
  private final Duration timeout;

  ProcessInvoker(FunctionDefinition function, Environments environments, boolean timeouts) {
    this.function = function;
    this.environments = environments;
    this.timeout = timeouts ? function.timeout() : NO_TIMEOUT;
  }

  /** Takes another process when one turns out to be dead, a few times: they may all die at once. */
  @Override
  public InvocationResult invoke(byte[] payload, String requestId, String qualifier) {
    try {
      for (int attempt = 0; attempt < TRIES; attempt++) {
        if (once(payload, requestId, qualifier) instanceof Outcome.Known(InvocationResult result)) {
          return result;
        }
      }
      return InvocationResult.refused(
          "Runtime.ExitError", requestId + " The process ends before it asks for an event.");
    } catch (IOException fault) {
      return InvocationResult.threw(fault);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return InvocationResult.stopped();
    }
  }

  private Outcome once(byte[] payload, String requestId, String qualifier)
      throws IOException, InterruptedException {
    ExecutionEnvironment environment = environments.take(function);
    try {
      return environment.invoke(
          new RuntimeInvocation(requestId, function.arn(qualifier), timeout, payload));
    } finally {
      environments.giveBack(environment);
    }
  }
}
