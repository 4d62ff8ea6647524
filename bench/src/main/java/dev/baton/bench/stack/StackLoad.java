package dev.baton.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.bench.capacity.Bill;
import dev.baton.bench.capacity.CapacityMeter;
import dev.baton.bench.capacity.Consumption;
import dev.baton.bench.figure.Spread;
import dev.baton.local.LocalStack;
import dev.baton.local.LocalStackSettings;
import dev.baton.local.client.Commands;
import dev.baton.local.client.Simulator;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * Runs the whole stack in this JVM under {@value #TURNS_PER_SECOND} turns a second. Prints: from a
 * participant's message to our next Graph call, webhook and stream included; consumed capacity per
 * turn; lateness of timeouts; resident memory.
 */
public final class StackLoad {
  private static final int TURNS_PER_SECOND = 20;
  private static final int TURNS = 600;
  private static final int PEOPLE = 60;
  private static final int TIMEOUTS = 100;

  private final Commands commands;
  private final Simulator simulator;
  private final PrintStream out = System.out;

  private StackLoad(LocalStack stack) {
    this.commands = new Commands(stack.apiUrl());
    this.simulator = new Simulator(stack.graphUrl());
  }

  /** Runs it from the folder of the template. */
  public static void main(String[] arguments) throws Exception {
    LocalStackSettings settings =
        LocalStackSettings.of(Map.of("PORT", "0", "GRAPH_CALLS_PER_SECOND", "0"));
    long begin = System.nanoTime();
    try (LocalStack stack = LocalStack.start(settings)) {
      StackLoad load = new StackLoad(stack);
      load.out.printf("ready after %d ms%n", (System.nanoTime() - begin) / 1_000_000);
      load.turns();
      load.timeouts();
      load.out.printf("resident memory: %s%n", residentMemory());
    }
  }

  private void turns() throws InterruptedException {
    commands.data("survey-import", LoadForm.questions("LOAD", 2 * TURNS / PEOPLE + 2));
    for (int person = 0; person < PEOPLE; person++) {
      simulator.opens("p" + person, "form.LOAD");
    }
    simulator.get("settled?wait=PT30S");
    send(TURNS); // Warms the stack up.
    simulator.get("settled?wait=PT30S");
    Map<String, Consumption> before = CapacityMeter.snapshot();
    send(TURNS);
    simulator.get("settled?wait=PT30S");
    new Bill(CapacityMeter.since(before), TURNS).print(out, "turn, its echo and two receipts");
    List<Long> latencies = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      latencies.addAll(latencies(simulator.lines("p" + person, 0)));
    }
    long[] second = latencies.stream().mapToLong(Long::longValue).toArray();
    out.printf("participant's message to Graph call: %s%n", Spread.of(second));
  }

  private void send(int turns) throws InterruptedException {
    CountDownLatch sent = new CountDownLatch(turns);
    try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(4)) {
      for (int turn = 0; turn < turns; turn++) {
        String person = "p" + turn % PEOPLE;
        Runnable act =
            () -> {
              simulator.writes(person, "an answer of usual length");
              sent.countDown();
            };
        clock.schedule(act, turn * 1_000L / TURNS_PER_SECOND, TimeUnit.MILLISECONDS);
      }
      if (!sent.await(2, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The load could not be sent.");
      }
    }
  }

  /** Milliseconds from each message of a participant to our next one; the second half counts. */
  private static List<Long> latencies(List<JsonNode> lines) {
    List<Long> latencies = new ArrayList<>();
    long asked = 0;
    for (JsonNode line : lines) {
      boolean ours = line.path("kind").asText().equals("message");
      if (ours && asked > 0) {
        latencies.add(line.path("at").asLong() - asked);
      }
      asked = ours ? 0 : line.path("at").asLong();
    }
    return latencies.subList(latencies.size() / 2, latencies.size());
  }

  private void timeouts() {
    commands.data("survey-import", LoadForm.handoff("LATE"));
    simulator.put("partner/999888777", Map.of("behaviour", "never"));
    for (int person = 0; person < TIMEOUTS; person++) {
      simulator.opens("t" + person, "form.LATE");
    }
    for (int person = 0; person < TIMEOUTS; person++) {
      simulator.awaitHeard("t" + person, "How was it?");
    }
    JsonNode records =
        commands
            .data("survey-handoffs", Map.of("page_id", LoadForm.PAGE, "limit", TIMEOUTS))
            .path("records");
    long[] lateness =
        StreamSupport.stream(records.spliterator(), false).mapToLong(StackLoad::lateness).toArray();
    out.printf("timeout lateness after the schedule's second: %s%n", Spread.of(lateness));
  }

  /** EventBridge Scheduler counts in whole seconds: a deadline within one is due at its end. */
  private static long lateness(JsonNode record) {
    long due = Math.ceilDiv(record.path("deadline").asLong(), 1_000L) * 1_000L;
    return record.path("ended_at").asLong() - due;
  }

  private static String residentMemory() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
        .reduce((one, other) -> one + ", " + other)
        .orElse("unknown")
        .replaceAll("\\s+", " ");
  }
}
