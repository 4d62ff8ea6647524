package dev.baton.bench.engine;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.ParticipantJson;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Processor time of the engine on one thread. Goals: at least 300,000 webhook events per second of
 * a whole transcript; 10,000 signals on one open wait in less than a second.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {
  static final int EVENTS = 1 + 4 * Transcript.FIELDS;
  private static final int SIGNALS = 10_000;
  private static final String WAITING =
      """
      {"title":"Wait","fields":[{"ref":"w","type":"statement","title":"Please wait.","properties":{"description":
      "wait: {op: or, vars: [{type: external, value: {type: payment, paid: true}}, {type: timeout, value: 30d}]}"}}]}
      """;

  private final Form form = Engine.compile(Transcript.form());
  private final Form waiting = Engine.compile(WAITING);
  private final List<byte[]> bodies = new Transcript().bodies();
  private final JsonObject heartbeat =
      JsonObject.builder().put("type", "heartbeat").put("beat", Json.of(1)).build();
  private final Engine middle = play(bodies.size() / 2);

  /** A survey of 60 fields with all echoes and receipts; per webhook event. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @OperationsPerInvocation(EVENTS)
  public int transcript() {
    return play(bodies.size()).written();
  }

  /**
   * The same 60 turns without what is inert: raw webhook, decision, rendering, state and outgoing
   * JSON; per turn.
   */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @OperationsPerInvocation(Transcript.FIELDS + 1)
  public int turn() {
    Engine engine = new Engine(form);
    long time = Engine.START;
    for (int body = 0; body < bodies.size(); body += 4) {
      engine.take(bodies.get(body), time);
      time += 4_000;
    }
    return engine.written();
  }

  /** State JSON read and written again, in the middle of a survey. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public Participant state() {
    return ParticipantJson.fromJson(ParticipantJson.toJson(middle.participant()));
  }

  /** 10,000 signals that a wait does not ask for; in all. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public int openWait() {
    Engine engine = new Engine(waiting).take(bodies.getFirst(), Engine.START);
    for (int signal = 0; signal < SIGNALS; signal++) {
      engine.signal(heartbeat);
    }
    return engine.written();
  }

  private Engine play(int events) {
    Engine engine = new Engine(form);
    long time = Engine.START;
    for (int event = 0; event < events; event++) {
      engine.take(bodies.get(event), time);
      time += 1_000;
    }
    return engine;
  }

  /**
   * Whether the transcript really ends the survey; a benchmark of refused events would be worth
   * nothing.
   */
  public static void main(String[] arguments) throws Exception {
    EngineBenchmark benchmark = new EngineBenchmark();
    Engine end = benchmark.play(benchmark.bodies.size());
    if (end.participant().position().state() != dev.baton.survey.core.participant.State.END) {
      throw new IllegalStateException(
          "The transcript ends in " + ParticipantJson.toJson(end.participant()).write());
    }
    org.openjdk.jmh.Main.main(arguments);
  }
}
