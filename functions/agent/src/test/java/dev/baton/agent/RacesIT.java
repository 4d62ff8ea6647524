package dev.baton.agent;

import static dev.baton.agent.AgentBench.message;
import static dev.baton.agent.AgentBench.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.event.LogCheck;
import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.event.RunError;
import dev.baton.agent.core.event.RunErrorCode;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunCommand;
import dev.baton.agent.core.run.RunEnding;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A run that several end at the same moment ends once: its worker, its owner, the end of its
 * session, its timer and whoever looks. Each round says its seed.
 */
@ExtendWith(DynamoDbLocal.class)
final class RacesIT {
  private static final int ROUNDS = 120;
  private static final JsonReader READER = JsonReader.keepingDuplicates(60);

  private final AgentBench bench;

  RacesIT(DynamoDbClient client) {
    bench = new AgentBench(client, Map.of());
  }

  /** Where a run is when they come. */
  private enum Stage {
    QUEUED,
    RUNNING,
    DEAD,
    AWAITING,
    HANDING_OVER
  }

  @Test
  void whoeverIsFirstEndsTheRunAndTheOthersChangeNothing() throws Exception {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      Stage stage = Stage.values()[seed % Stage.values().length];
      String owner = "owner-" + seed;
      String session = bench.start(owner);
      String run = bench.send(owner, session);
      prepare(stage, session, run);

      race(contenders(owner, session, run, stage, random), random);

      assertEndedOnce("seed " + seed + ", " + stage, owner, session, run);
    }
  }

  private void prepare(Stage stage, String session, String run) {
    switch (stage) {
      case QUEUED -> {}
      case RUNNING -> bench.worker(session, run, new RunCommand.Take("w"));
      case DEAD -> {
        bench.worker(session, run, new RunCommand.Take("w"));
        bench.pass(Duration.ofSeconds(20));
      }
      case AWAITING -> bench.await(session, run, "apr_1");
      case HANDING_OVER -> {
        bench.worker(session, run, new RunCommand.Take("w"));
        bench.worker(session, run, new RunCommand.HandOver(1, bench.run(session, run).progress()));
      }
    }
  }

  /** Among them always one that can end a run at that stage. */
  private List<Runnable> contenders(
      String owner, String session, String run, Stage stage, Random random) {
    Runnable cancel = () -> bench.call("agent-cancel", owner, of(session)).data();
    Runnable end = () -> bench.call("agent-end", owner, of(session)).data();
    Runnable look = () -> bench.call("agent-status", owner, of(session)).data();
    Runnable fire = () -> bench.fire(session, run);
    Runnable finish =
        () ->
            bench.worker(
                session,
                run,
                new RunCommand.Finish(
                    1,
                    bench.run(session, run).progress(),
                    new RunEnding.Failed(RunError.of(RunErrorCode.MODEL_REJECTED))));
    List<Runnable> others = new ArrayList<>(List.of(cancel, end, look, fire, finish, cancel, look));
    Collections.shuffle(others, random);
    List<Runnable> all = new ArrayList<>(others.subList(0, 2 + random.nextInt(others.size() - 2)));
    all.add(
        switch (stage) {
          case RUNNING -> finish;
          case DEAD -> look;
          case QUEUED, AWAITING, HANDING_OVER -> random.nextBoolean() ? cancel : end;
        });
    Collections.shuffle(all, random);
    return all;
  }

  private static void race(List<Runnable> all, Random random) throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> racers = new ArrayList<>();
      for (Runnable one : all) {
        int late = random.nextInt(20_000);
        racers.add(
            threads.submit(() -> {
              go.await();
              for (int turn = 0; turn < late; turn++) {
                Thread.onSpinWait();
              }
              one.run();
              return null;
            }));
      }
      go.countDown();
      for (Future<?> racer : racers) {
        racer.get();
      }
    }
  }

  private void assertEndedOnce(String round, String owner, String session, String runId) {
    List<LoggedEvent> log = bench.wiring().log().after(session, 0, 100, true);
    Run run = bench.run(session, runId);
    AgentSession conversation =
        Objects.requireNonNull(bench.wiring().store().session(session), round);

    assertThat(LogCheck.violations(log, RacesIT::body)).as(round).isEmpty();
    assertThat(log)
        .as(round)
        .filteredOn(event -> event.type().isTerminal())
        .singleElement()
        .isEqualTo(log.getLast())
        .extracting(event -> event.type().wireName())
        .isEqualTo(run.state().wireName());
    assertThat(run.lastSeq()).as(round).isEqualTo(log.getLast().seq());
    assertThat(conversation.inflightRun()).as(round).isNull();
    assertThat(conversation.nextSeq()).as(round).isEqualTo(log.getLast().seq() + 1);
    assertThat(bench.wiring().store().inflightOf(owner)).as(round).isZero();
    String next = bench.call("agent-send", owner, message(session, "Next")).text();
    assertThat(next).as(round).containsAnyOf("\"firstSeq\":" + conversation.nextSeq(), "SESSION_");
  }

  private static JsonObject body(String text) {
    return (JsonObject) READER.readOwn(text);
  }
}
