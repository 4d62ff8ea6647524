package dev.baton.agent.core.event;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Runs as a worker could log them, by chance: turns with all kinds of blocks, calls with and
 * without questions, repetitions, withdrawals, changes of workers, and each kind of end at each
 * place. The same seed makes the same run.
 */
public final class GeneratedRun {
  private static final Usage USAGE = new Usage(812, 64, 10, 700);
  private static final int CERTAIN = 100;

  private final SplittableRandom random;
  private final LogMaker log;
  private final String runId;
  private int turn = 1;
  private int attempt = 1;
  private int calls;
  private int withdrawals;

  private GeneratedRun(SplittableRandom random, LogMaker log, String runId) {
    this.random = random;
    this.log = log;
    this.runId = runId;
  }

  /** A session of one to three runs. */
  public static List<LoggedEvent> session(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LogMaker log = new LogMaker();
    for (int run = random.nextInt(1, 4); run > 0; run--) {
      new GeneratedRun(random, log, "run_" + seed + "_" + run).make();
    }
    return log.log();
  }

  /** A session of one run. */
  public static List<LoggedEvent> of(long seed) {
    LogMaker log = new LogMaker();
    new GeneratedRun(new SplittableRandom(seed), log, "run_" + seed).make();
    return log.log();
  }

  private void make() {
    log.run(runId);
    while (turn()) {
      maybe(15, () -> log.add(RunEvents.runResumed(2, "deadline")));
    }
  }

  /** One turn, with all its attempts; whether the run goes on. */
  private boolean turn() {
    if (chance(5)) {
      return end();
    }
    maybe(15, () -> log.add(RunEvents.retrying(turn, ++attempt, "MODEL_OVERLOADED", 500)));
    String message = "msg_" + runId + "_" + turn + "_" + attempt;
    long from = log.next();
    log.add(TurnEvents.turnStarted(turn, attempt, message));
    GeneratedAnswer answer = new GeneratedAnswer(random, log, message, calls);
    boolean whole = answer.make(chance(20));
    calls += answer.open().size() + 1;
    if (withdrawals < 2 && (!whole || chance(10)) && chance(60)) {
      log.add(TurnEvents.withdrawn(turn, attempt++, message, from, "MODEL_STREAM_BROKEN"));
      withdrawals++;
      return true;
    }
    return whole ? results(answer, message) : interrupted(answer.open());
  }

  private boolean results(GeneratedAnswer answer, String message) {
    GeneratedResults results = new GeneratedResults(random, log, answer.open());
    if (!results.make(chance(85))) {
      return interrupted(results.left());
    }
    boolean tools = !answer.open().isEmpty();
    String stop = tools ? "tool_use" : "end_turn";
    log.add(TurnEvents.turnFinished(turn, message, stop, USAGE));
    if (!tools || turn == 4) {
      log.add(RunEvents.done(USAGE, stop, turn, 5_210, null));
      return false;
    }
    turn++;
    attempt = 1;
    return true;
  }

  private boolean interrupted(List<GeneratedAnswer.Call> left) {
    for (GeneratedAnswer.Call call : left) {
      log.add(
          TurnEvents.toolFailure(call.id(), call.name(), "TOOL_INTERRUPTED", "It was cut off.", 0));
    }
    return end();
  }

  private boolean end() {
    log.add(
        chance(50)
            ? RunEvents.error(RunError.of(RunErrorCode.MODEL_OVERLOADED), USAGE)
            : RunEvents.cancelled("owner", USAGE));
    return false;
  }

  private void maybe(int percent, Runnable action) {
    if (chance(percent)) {
      action.run();
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(CERTAIN) < percent;
  }
}
