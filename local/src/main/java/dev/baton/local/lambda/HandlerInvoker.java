package dev.baton.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.baton.local.template.FunctionDefinition;
import dev.baton.local.template.TemplateException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instance of a handler in this JVM, called on virtual threads, any number at a time.
 *
 * <p>A call that passes the function's timeout is interrupted and its answer ignored.
 */
final class HandlerInvoker implements Invoker {
  private static final Logger LOG = LoggerFactory.getLogger(HandlerInvoker.class);
  private static final Duration NO_TIMEOUT = Duration.ofDays(1);

  private final FunctionDefinition definition;
  private final RequestStreamHandler handler;
  private final Duration patience;
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();

  HandlerInvoker(FunctionDefinition definition, RequestStreamHandler handler, boolean timeouts) {
    this.definition = definition;
    this.handler = handler;
    this.patience = timeouts ? definition.timeout() : NO_TIMEOUT;
  }

  /**
   * Makes an instance of the handler as Lambda does: by its public constructor without parameters.
   *
   * @throws TemplateException when there is no such handler or its constructor fails
   */
  static RequestStreamHandler make(FunctionDefinition definition) {
    String where = "Handler " + definition.handler() + " of " + definition.logicalId();
    try {
      Object handler = Class.forName(definition.handler()).getDeclaredConstructor().newInstance();
      if (handler instanceof RequestStreamHandler streaming) {
        return streaming;
      }
      throw new TemplateException(where + " is no RequestStreamHandler.");
    } catch (ClassNotFoundException e) {
      throw new TemplateException(where + " does not exist; is its module built?");
    } catch (ReflectiveOperationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      TemplateException finding = new TemplateException(where + " cannot be made: " + cause);
      finding.initCause(cause);
      throw finding;
    }
  }

  @Override
  public InvocationResult invoke(byte[] payload, String requestId, String qualifier) {
    CompletableFuture<InvocationResult> answer = new CompletableFuture<>();
    Thread worker =
        Thread.ofVirtual()
            .name(definition.name())
            .unstarted(() -> {
              answer.complete(call(payload, requestId, qualifier));
              running.remove(Thread.currentThread());
            });
    running.add(worker);
    worker.start();
    try {
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      worker.interrupt();
      return InvocationResult.timedOut(definition, requestId);
    } catch (InterruptedException stopping) {
      worker.interrupt();
      Thread.currentThread().interrupt();
      return InvocationResult.stopped();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void interrupt(Duration longest) throws InterruptedException {
    List<Thread> all = List.copyOf(running);
    all.forEach(Thread::interrupt);
    for (Thread worker : all) {
      worker.join(longest);
    }
  }

  private InvocationResult call(byte[] payload, String requestId, String qualifier) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(payload),
          output,
          new InvocationContext(definition, requestId, qualifier));
    } catch (Throwable fault) { // a function may throw anything; Lambda survives it
      LOG.warn("Function {} failed in request {}", definition.name(), requestId, fault);
      return InvocationResult.threw(fault);
    }
    return InvocationResult.returned(output.toByteArray());
  }
}
