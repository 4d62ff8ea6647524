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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Runs the whole stack in this JVM against a model that says the time. Prints: from the model's
 * byte to the viewer's callback, for the first token and for later ones; events a second of 50 runs
 * with two viewers each; memory per idle viewer; consumed capacity of a run and of watching.
 */
public final class AgentLoad {
  private static final int PIECES = 300;
  private static final long PAUSE_MILLIS = 16;
  private static final int ALONE = 10;
  private static final int TOGETHER = 50;
  private static final int IDLE = 400;
  private static final int IDLE_PER_SESSION = 4;
  private static final int QUIET_MILLIS = 700;

  private final Commands commands;
  private final PrintStream out = System.out;

  private AgentLoad(Commands commands) {
    this.commands = commands;
  }

  /** Runs it from the folder of the template. */
  public static void main(String[] arguments) throws Exception {
    try (TimedModel model = new TimedModel(PIECES, PAUSE_MILLIS)) {
      Map<String, String> settings =
          Map.of(
              "PORT", "0",
              "ANTHROPIC_BASE_URL", model.url(),
              "ANTHROPIC_API_KEY", "bench",
              "AGENT_MAX_RUNS", "100");
      try (LocalStack stack = LocalStack.start(LocalStackSettings.of(settings))) {
        AgentLoad load = new AgentLoad(new Commands(stack.apiUrl()));
        load.run();
        load.alone();
        load.together();
        load.idle();
      }
    }
  }

  private Watching run() throws Exception {
    return Watching.of(start());
  }

  private JsonNode start() {
    return commands.data("agent-start", Map.of("prompt", "What time is it?"));
  }

  private void alone() throws Exception {
    settle();
    Map<String, Consumption> before = CapacityMeter.snapshot();
    List<Watching> all = new ArrayList<>();
    for (int number = 0; number < ALONE; number++) {
      all.add(run());
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
        JsonNode first = start();
        String session = first.path("credentials").path("sessionId").asText();
        JsonNode second = commands.data("agent-reconnect", Map.of("sessionId", session));
        watching.add(threads.submit(() -> Watching.of(first)));
        watching.add(threads.submit(() -> Watching.of(second)));
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    List<Watching> all = new ArrayList<>();
    for (Future<Watching> one : watching) {
      all.add(one.get());
    }
    int events = all.stream().mapToInt(Watching::events).sum();
    out.printf("%n%d runs at a time, two viewers each%n", TOGETHER);
    out.printf("%.0f events a second to viewers%n", events / seconds);
    latencies(all);
  }

  private void latencies(List<Watching> all) {
    long[] first = all.stream().mapToLong(Watching::firstNanos).toArray();
    long[] later =
        all.stream().flatMap(one -> one.laterNanos().stream()).mapToLong(Long::longValue).toArray();
    out.printf("first token: %s%n", Spread.of(first).ofNanos());
    out.printf("later tokens, coalescing included: %s%n", Spread.of(later).ofNanos());
    double events = all.stream().mapToInt(Watching::events).average().orElseThrow();
    out.printf("%.0f events for %d tokens%n", events, PIECES);
  }

  private void idle() throws Exception {
    long before = used();
    List<InputStream> streams = new ArrayList<>();
    while (streams.size() < IDLE) {
      JsonNode handoff = commands.data("agent-start", Map.of());
      String session = handoff.path("credentials").path("sessionId").asText();
      streams.add(open(handoff));
      for (int viewer = 1; viewer < IDLE_PER_SESSION; viewer++) {
        streams.add(open(commands.data("agent-reconnect", Map.of("sessionId", session))));
      }
    }
    long heap = (used() - before) / streams.size();
    out.printf(
        "%n%d idle viewers: %d KiB of heap each, the client's side and the emulated URL included%n",
        streams.size(), heap / 1024);
    Map<String, Consumption> since = CapacityMeter.snapshot();
    TimeUnit.SECONDS.sleep(30);
    new Bill(CapacityMeter.since(since), streams.size()).print(out, "half a minute of watching");
    for (InputStream stream : streams) {
      stream.close();
    }
  }

  private static InputStream open(JsonNode handoff) throws Exception {
    InputStream stream =
        URI.create(
                handoff.path("endpoint").asText()
                    + "&ticket="
                    + handoff.path("credentials").path("token").asText())
            .toURL()
            .openStream();
    if (stream.read() < 0) {
      throw new IllegalStateException("A stream ended at once.");
    }
    return stream;
  }

  private static long used() throws InterruptedException {
    for (int round = 0; round < 3; round++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(200);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
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
