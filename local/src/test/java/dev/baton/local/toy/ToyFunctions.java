package dev.baton.local.toy;

import dev.baton.local.lambda.LocalFunction;
import dev.baton.local.template.AsyncPolicy;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.FunctionDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Functions made of a lambda expression. */
public final class ToyFunctions {
  private ToyFunctions() {}

  /** A body of a function: text in, text out. */
  @FunctionalInterface
  public interface Body {

    /** Answers an event. */
    String answer(String event) throws IOException;
  }

  /** A function with the usual treatment of asynchronous events. */
  public static LocalFunction function(String name, Body body) {
    return function(name, Duration.ofSeconds(30), AsyncPolicy.DEFAULT, body);
  }

  /** A function. */
  public static LocalFunction function(
      String name, Duration timeout, AsyncPolicy async, Body body) {
    return LocalFunction.of(
        definition(name, timeout, async, ""),
        (input, output, context) -> {
          String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
          output.write(body.answer(event).getBytes(StandardCharsets.UTF_8));
        });
  }

  /** A function with the alias {@code live}, which notes and answers what it was called as. */
  public static LocalFunction published(String name, AsyncPolicy async, Seen seen) {
    return LocalFunction.of(
        definition(name, Duration.ofSeconds(30), async, "live"),
        (input, output, context) -> {
          String called = context.getInvokedFunctionArn() + " " + context.getFunctionVersion();
          seen.add(called);
          output.write(("\"" + called + "\"").getBytes(StandardCharsets.UTF_8));
        });
  }

  private static FunctionDefinition definition(
      String name, Duration timeout, AsyncPolicy async, String alias) {
    return new FunctionDefinition(
        name,
        name,
        AwsPlace.LOCAL.function(name),
        ToyFunctions.class.getName(),
        Path.of("toy.zip"),
        timeout,
        128,
        Map.of(),
        async,
        null,
        alias);
  }

  /** Remembers the events that a function saw, in order. */
  public static final class Seen {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    /** Notes an event. */
    public void add(String event) {
      events.add(event);
    }

    /** The next event, waiting for it at most ten seconds; null when none came. */
    public @Nullable String next() throws InterruptedException {
      return events.poll(10, TimeUnit.SECONDS);
    }

    /** How many events were not asked for yet. */
    public int rest() {
      return events.size();
    }
  }
}
