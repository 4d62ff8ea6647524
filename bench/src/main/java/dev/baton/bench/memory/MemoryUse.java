package dev.baton.bench.memory;

import dev.baton.bench.stack.WideLimits;
import dev.baton.local.LocalStack;
import dev.baton.local.LocalStackSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Memory and processor time of each kind of function, in processes of their own under AWS's runtime
 * client: its start with its first call, a call when it is warm, the heap that it keeps and the
 * most that was ever resident; and what sizes of memory make of that.
 */
public final class MemoryUse {
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 20;
  private static final double NANOS = 1_000_000.0;

  private final PrintStream out = System.out;
  private final LocalStack stack;

  private MemoryUse(LocalStack stack) {
    this.stack = stack;
  }

  /** Runs it from the folder of the template, after {@code ./mvnw -DskipTests package}. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> isolated =
        Map.of(
            "BATON_ISOLATED", "true",
            "BATON_ISOLATED_CONCURRENCY", "1",
            "BATON_ISOLATED_LIVE", "64",
            "GRAPH_CALLS_PER_SECOND", "0");
    try (LocalStack stack = LocalStack.start(LocalStackSettings.of(WideLimits.with(isolated)))) {
      new MemoryUse(stack).measure();
    }
  }

  /** The functions that stand for their kind. */
  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("KeyListFunction", "command");
    kinds.put("ChatConnectFunction", "command that hands off");
    kinds.put("SurveyWebhookFunction", "webhook");
    kinds.put("SurveyDispatchFunction", "dispatch");
    kinds.put("SurveyDeliverFunction", "deliver");
    kinds.put("WebsocketPushFunction", "push");
    kinds.put("GatewayMcpFunction", "surface");
    kinds.put("AgentWorkFunction", "worker");
    return kinds;
  }

  private void measure() throws Exception {
    try (Uses uses = new Uses(stack)) {
      uses.prepare(WARM_UP + ROUNDS + 2);
      uses.round();
      Map<String, Usage> cold = usages();
      for (int round = 0; round < WARM_UP; round++) {
        uses.round();
      }
      Map<String, Usage> before = usages();
      for (int round = 0; round < ROUNDS; round++) {
        uses.round();
      }
      print(cold, before, usages());
    }
  }

  private Map<String, Usage> usages() throws IOException {
    Map<String, Usage> usages = new HashMap<>();
    Usage.ofProcesses()
        .forEach((function, usage) -> usages.put(function, usage.of(stack.calls(function))));
    return usages;
  }

  private void print(Map<String, Usage> cold, Map<String, Usage> before, Map<String, Usage> after)
      throws IOException, InterruptedException {
    out.println("kind | calls | start and first calls | warm call | heap | resident");
    for (Map.Entry<String, String> kind : kinds().entrySet()) {
      Usage start = cold.get(kind.getKey());
      Usage warm = before.get(kind.getKey());
      Usage end = after.get(kind.getKey());
      if (start == null || warm == null || end == null || start.pid() != end.pid()) {
        throw new IllegalStateException("There is no one process of " + kind.getKey() + ".");
      }
      long calls = end.calls() - warm.calls();
      double call = (end.processor() - warm.processor()) / NANOS / calls;
      double first = start.processor() / NANOS;
      out.printf(
          "%s | %d | %.0f ms in %d | %.1f ms | %.0f MB | %.0f MB%n",
          kind.getValue(), calls, first, start.calls(), call, end.live(), end.resident());
      printSizes(first, call);
    }
    double rest = after.values().stream().mapToDouble(Usage::resident).max().orElse(0);
    out.printf("most resident of all %d functions: %.0f MB%n", after.size(), rest);
  }

  private void printSizes(double first, double call) {
    for (int size : Sizes.ALL) {
      double duration = Sizes.duration(size, call);
      out.printf(
          "  %d MB: start %.0f ms, call %.1f ms, a million calls %.2f dollars on arm64, %.2f on x86%n",
          size,
          Sizes.duration(size, first),
          duration,
          Sizes.onArm(size, duration),
          Sizes.onX86(size, duration));
    }
  }
}
