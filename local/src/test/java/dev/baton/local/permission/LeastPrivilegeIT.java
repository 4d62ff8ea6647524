package dev.baton.local.permission;

import static dev.baton.local.template.AwsPlace.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.template.FunctionDefinition;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * All functions at work, with limits and idempotency keys in force, also when time is over, rights
 * are withdrawn and rows cannot be read: their policies allow what they do, and nothing else.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class LeastPrivilegeIT {
  private static final String GENEROUS = "100000/PT1M/100000";

  /** What no use here leads to, though code does it, and what does. */
  private static final Map<String, String> SELDOM =
      Map.of(
          "AgentWorkFunction lambda:InvokeFunction on %s"
              .formatted(LOCAL.function("AgentWorkFunction:live")),
          "long runs pass from worker to worker: StackWorkIT",
          "AgentPushFunction execute-api:ManageConnections on %s"
              .formatted(LOCAL.arn("execute-api", "websocketapi/live/DELETE/@connections/*")),
          "a connection takes no frames for a second");

  private LocalStack stack;

  @BeforeAll
  void work() throws Exception {
    stack =
        WholeStack.start(
            Map.of(
                "BATON_API_KEY", "dev,eve",
                "BATON_RATE_HANDOFF", GENEROUS,
                "BATON_RATE_WRITE", GENEROUS,
                "BATON_RATE_READ", GENEROUS,
                "BATON_CHAT_SEND_RATE", GENEROUS,
                "BATON_CHAT_POLL_RATE", GENEROUS,
                "BATON_SESSION_ACTIVITY_STEP", "0",
                "AGENT_MAX_RUNS", "1000",
                "AGENT_RENEWAL", "PT1S"));
    try (Rows rows = new Rows(stack);
        Calls calls = new Calls(stack)) {
      work(rows, calls);
    }
  }

  private void work(Rows rows, Calls calls) throws Exception {
    Uses uses = new Uses(stack);
    uses.participants(rows);
    uses.survey();
    uses.chat();
    uses.agent();
    calls.samples();
    SurveyUses surveys = new SurveyUses(stack, rows);
    surveys.handoffs();
    surveys.reset();
    SocketUses sockets = new SocketUses(stack, rows, calls);
    sockets.types();
    sockets.misplaced();
    sockets.overdue();
    sockets.unknown();
    sockets.late();
    sockets.broken();
    AccessUses access = new AccessUses(stack, rows, calls);
    access.keys();
    access.guests();
    access.chat();
    access.agents();
    RunUses runs = new RunUses(stack, rows, calls);
    runs.lookedAt();
    runs.watched();
    runs.timed();
    surveys.withoutTimers();
    FaultUses faults = new FaultUses(stack, rows, calls);
    faults.keys();
    faults.chat();
    faults.agents();
    faults.surveys();
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  void noFunctionIsRefusedWhatItNeeds() {
    assertThat(stack.access().refused()).isEmpty();
  }

  @Test
  void noFunctionMayDoWhatItDoesNotDo() {
    Instant end = Instant.now().plusSeconds(20);
    // What streams and timers bring about comes a moment later.
    while (!unused().isEmpty() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(20_000_000);
    }

    assertThat(unused()).isEmpty();
  }

  @Test
  void whatIsSeldomUsedIsAllowed() {
    Set<String> allowed = new TreeSet<>();
    for (FunctionDefinition function : stack.functions()) {
      String name = function.name();
      stack
          .access()
          .policy(name)
          .grants()
          .keySet()
          .forEach(right -> allowed.add(name + " " + right));
    }

    assertThat(allowed).containsAll(SELDOM.keySet());
  }

  private Map<String, Set<String>> unused() {
    Map<String, Set<String>> unused = new TreeMap<>();
    stack
        .access()
        .unused()
        .forEach((function, rights) -> {
          Set<String> left = new TreeSet<>(rights);
          left.removeIf(right -> SELDOM.containsKey(function + " " + right));
          if (!left.isEmpty()) {
            unused.put(function, left);
          }
        });
    return unused;
  }
}
