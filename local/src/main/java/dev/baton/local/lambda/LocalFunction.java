package dev.baton.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.baton.local.template.FunctionDefinition;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One function of the stack, called by any number of threads at a time. */
public final class LocalFunction {
  /** Largest payload that Lambda takes or gives in a synchronous call. */
  public static final int LARGEST_PAYLOAD = 6_291_556;

  private static final Logger LOG = LoggerFactory.getLogger(LocalFunction.class);

  private final FunctionDefinition definition;
  private final Invoker invoker;
  private final LongAdder calls = new LongAdder();

  /** A function whose code is run this way. */
  public LocalFunction(FunctionDefinition definition, Invoker invoker) {
    this.definition = definition;
    this.invoker = invoker;
  }

  /** A function with a handler that is there already, in this JVM. */
  public static LocalFunction of(FunctionDefinition definition, RequestStreamHandler handler) {
    return new LocalFunction(definition, new HandlerInvoker(definition, handler, true));
  }

  /** What the template says of the function. */
  public FunctionDefinition definition() {
    return definition;
  }

  /** How often it was called. */
  public long calls() {
    return calls.sum();
  }

  /** Calls the function and waits for its answer. */
  public InvocationResult invoke(byte[] payload) {
    return invoke(payload, UUID.randomUUID().toString());
  }

  /** Calls the function under a request id of the caller's choice and waits for its answer. */
  public InvocationResult invoke(byte[] payload, String requestId) {
    calls.increment();
    InvocationResult result = invoker.invoke(payload, requestId);
    if (result instanceof InvocationResult.TimedOut late) {
      LOG.warn("Function {}: {}", definition.name(), late.message());
    }
    return result;
  }

  /**
   * Tells all calls under way that the stack stops, and waits for their ends.
   *
   * @param longest how long it waits for each
   */
  void interrupt(Duration longest) throws InterruptedException {
    invoker.interrupt(longest);
  }
}
