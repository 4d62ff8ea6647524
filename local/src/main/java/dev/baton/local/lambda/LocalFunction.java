package dev.baton.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.baton.local.template.AsyncPolicy;
import dev.baton.local.template.FunctionDefinition;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One function of the stack, called by any number of threads at a time, as a version or an alias of
 * it or as neither.
 */
public final class LocalFunction {
  /** Largest payload that Lambda takes or gives in a synchronous call. */
  public static final int LARGEST_PAYLOAD = 6_291_556;

  private static final Logger LOG = LoggerFactory.getLogger(LocalFunction.class);

  private final FunctionDefinition definition;
  private final Invoker invoker;
  private final LongAdder calls;
  private final String qualifier;

  /** A function whose code is run this way. */
  public LocalFunction(FunctionDefinition definition, Invoker invoker) {
    this(definition, invoker, new LongAdder(), "");
  }

  private LocalFunction(
      FunctionDefinition definition, Invoker invoker, LongAdder calls, String qualifier) {
    this.definition = definition;
    this.invoker = invoker;
    this.calls = calls;
    this.qualifier = qualifier;
  }

  /** A function with a handler that is there already, in this JVM. */
  public static LocalFunction of(FunctionDefinition definition, RequestStreamHandler handler) {
    return new LocalFunction(definition, new HandlerInvoker(definition, handler, true));
  }

  /** What the template says of the function. */
  public FunctionDefinition definition() {
    return definition;
  }

  /** The same function called as this version or alias, or null when it has none of that name. */
  @Nullable LocalFunction qualified(String qualifier) {
    return definition.has(qualifier)
        ? new LocalFunction(definition, invoker, calls, qualifier)
        : null;
  }

  /** The ARN that it is called by. */
  public String arn() {
    return definition.arn(qualifier);
  }

  /** The version that answers. */
  String version() {
    return definition.version(qualifier);
  }

  /**
   * What becomes of its asynchronous events: the template says it of the alias, if there is one.
   */
  AsyncPolicy async() {
    boolean configured = definition.alias().isEmpty() || definition.alias().equals(qualifier);
    return configured ? definition.async() : AsyncPolicy.DEFAULT;
  }

  /** How often it was called, as whatever. */
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
    InvocationResult result = invoker.invoke(payload, requestId, qualifier);
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
