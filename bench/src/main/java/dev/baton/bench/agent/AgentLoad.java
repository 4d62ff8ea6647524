package dev.baton.bench.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.bench.capacity.Bill;
import dev.baton.bench.capacity.CapacityMeter;
import dev.baton.bench.capacity.Consumption;
import dev.baton.bench.figure.Spread;
import dev.baton.local.LocalStack;
import dev.baton.local.LocalStackSettings;
import dev.baton.local.client.Commands;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Runs the whole stack in this JVM against a model that says the time. Prints: from the model's
 * byte to the viewer, for the first token and for later ones; what the way through the log adds to
 * an event; events a second of 50 runs with two viewers each; attaching to and replaying a long
 * run; how soon a cancelled model's socket is closed; consumed capacity of a run and of watching.
 */
public final class AgentLoad {
  private static final int PIECES = 300;
  private static final long PAUSE_MILLIS = 16;
  private static final int ALONE = 10;
  private static final int TOGETHER = 50;
  private static final int LONG = 1_000;
  private static final long LONG_PAUSE_MILLIS = 45;
  private static final int REPLAYS = 20;
  private static final int CANCELS = 20;
  private static final int IDLE = 100;
  private static final int IDLE_PER_SESSION = 4;
  private static final int QUIET_MILLIS = 700;

  private final Commands commands;
  private final TimedModel model;
  private final PrintStream out = System.out;

  private AgentLoad(Commands commands, TimedModel model) {
    this.commands = commands;
    this.model = model;
  }

  /**
   * Runs it from the folder of the template.
   *
   * @param arguments how long text waits to become more, as an ISO-8601 duration, to compare with;
   *     then only one run at a time is measured
   */
  public static void main(String[] arguments) throws Exception {
    try (TimedModel model = new TimedModel()) {
      Map<String, String> settings =
          new HashMap<>(
              Map.of(
                  "PORT", "0",
                  "ANTHROPIC_BASE_URL", model.url(),
                  "ANTHROPIC_API_KEY", "bench",
                  "AGENT_MAX_RUNS", "100",
                  "BATON_RATE_HANDOFF", "0"));
      if (arguments.length > 0) {
        settings.put("AGENT_GATHERING", arguments[0]);
      }
      try (LocalStack stack = LocalStack.start(LocalStackSettings.of(settings))) {
        AgentLoad load = new AgentLoad(new Commands(stack.apiUrl()), model);
        Watching.byTicket(load.start(PIECES, PAUSE_MILLIS));
        load.alone();
        if (arguments.length == 0) {
          load.together();
          load.replayed();
          load.cancelled();
          load.idle();
        }
      }
    }
  }

  private JsonNode start(int pieces, long pauseMillis) {
    return commands.data("agent-start", Map.of("prompt", TimedModel.order(pieces, pauseMillis)));
  }

  private void alone() throws Exception {
    settle();
    Map<String, Consumption> before = CapacityMeter.snapshot();
    List<Watching> all = new ArrayList<>();
    for (int number = 0; number < ALONE; number++) {
      all.add(Watching.byTicket(start(PIECES, PAUSE_MILLIS)));
    }
    settle();
    out.printf("%none run at a time, one viewer%n");
    latencies(all);
    new Bill(CapacityMeter.since(before), ALONE)
        .print(out, "run of " + PIECES + " tokens over " + PIECES * PAUSE_MILLIS + " ms, watched");
  }

  private void together() throws Exception {
    List<Future<Watching>> watching = new ArrayList<>();
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 0; number < TOGETHER; number++) {
        JsonNode handoff = start(PIECES, PAUSE_MILLIS);
        watching.add(threads.submit(() -> Watching.byTicket(handoff)));
        watching.add(threads.submit(() -> Watching.byKey(handoff, "dev")));
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    List<Watching> all = new ArrayList<>();
    for (Future<Watching> one : watching) {
      all.add(one.get());
    }
    int events = all.stream().mapToInt(Watching::events).sum();
    out.printf(
        "%n%d runs at a time, two viewers each: %.0f events and %.0f tokens a second to viewers%n",
        TOGETHER, events / seconds, 2.0 * TOGETHER * PIECES / seconds);
    latencies(all);
  }

  private void latencies(List<Watching> all) {
    long[] first = all.stream().mapToLong(one -> one.tokensNanos().getFirst()).toArray();
    long[] later =
        all.stream()
            .flatMap(one -> one.tokensNanos().stream().skip(1))
            .mapToLong(Long::longValue)
            .toArray();
    long[] added =
        all.stream()
            .flatMap(one -> one.addedMillis().stream())
            .mapToLong(Long::longValue)
            .toArray();
    out.printf("first token: %s%n", Spread.of(first).ofNanos());
    out.printf("later tokens, coalescing included: %s%n", Spread.of(later).ofNanos());
    out.printf("added to an event from its append on: %s%n", Spread.of(added));
    double events = all.stream().mapToInt(Watching::events).average().orElseThrow();
    out.printf("%.0f events for %d tokens%n", events, PIECES);
  }

  private void replayed() throws Exception {
    JsonNode handoff = start(LONG, LONG_PAUSE_MILLIS);
    int events = Watching.byTicket(handoff).events();
    List<Watching> all = new ArrayList<>();
    for (int number = 0; number < REPLAYS; number++) {
      all.add(Watching.byKey(handoff, "dev"));
    }
    out.printf("%nattaching to a run of %d events that is over%n", events);
    out.printf(
        "first line: %s%n",
        Spread.of(all.stream().mapToLong(Watching::attachedNanos).toArray()).ofNanos());
    out.printf(
        "all of it: %s%n",
        Spread.of(all.stream().mapToLong(Watching::allNanos).toArray()).ofNanos());
  }

  private void cancelled() throws Exception {
    long[] took = new long[CANCELS];
    for (int number = 0; number < CANCELS; number++) {
      JsonNode handoff = start(LONG, 1);
      String session = handoff.path("credentials").path("sessionId").asText();
      try (InputStream stream = open(handoff)) {
        commands.data("agent-poll", Map.of("sessionId", session, "after", 2, "waitMs", 10_000));
        long asked = System.nanoTime();
        commands.data("agent-cancel", Map.of("sessionId", session));
        took[number] = model.gone() - asked;
        stream.readAllBytes();
      }
    }
    out.printf("%nfrom agent-cancel to the model's closed socket: %s%n", Spread.of(took).ofNanos());
  }

  private void idle() throws Exception {
    List<InputStream> streams = new ArrayList<>();
    while (streams.size() < IDLE) {
      JsonNode handoff = commands.data("agent-start", Map.of());
      String session = handoff.path("credentials").path("sessionId").asText();
      streams.add(open(handoff));
      for (int viewer = 1; viewer < IDLE_PER_SESSION; viewer++) {
        streams.add(open(commands.data("agent-reconnect", Map.of("sessionId", session))));
      }
    }
    Map<String, Consumption> since = CapacityMeter.snapshot();
    TimeUnit.SECONDS.sleep(30);
    out.println();
    new Bill(CapacityMeter.since(since), streams.size())
        .print(out, "half a minute of watching a session without a run, four viewers each");
    for (InputStream stream : streams) {
      stream.close();
    }
  }

  private static InputStream open(JsonNode handoff) throws Exception {
    String ticket = handoff.path("credentials").path("token").asText();
    InputStream stream =
        URI.create(handoff.path("endpoint").asText() + "&ticket=" + ticket).toURL().openStream();
    if (stream.read() < 0) {
      throw new IllegalStateException("A stream ended at once.");
    }
    return stream;
  }

  /** Waits until nothing is consumed any more. */
  private static void settle() throws InterruptedException {
    Map<String, Consumption> before;
    do {
      before = CapacityMeter.snapshot();
      TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
    } while (!before.equals(CapacityMeter.snapshot()));
  }
}
