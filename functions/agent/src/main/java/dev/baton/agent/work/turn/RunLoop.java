package dev.baton.agent.work.turn;

import dev.baton.agent.core.conversation.Message;
import dev.baton.agent.core.event.RunErrorCode;
import dev.baton.agent.core.event.RunEvents;
import dev.baton.agent.core.event.TurnEvents;
import dev.baton.agent.core.run.Progress;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunEnding;
import dev.baton.agent.core.run.RunLimits;
import dev.baton.agent.core.run.RunTimes;
import dev.baton.agent.core.tool.ToolCall;
import dev.baton.agent.core.tool.ToolOutcome;
import dev.baton.agent.core.tool.ToolResults;
import dev.baton.agent.core.turn.ModelAnswer;
import dev.baton.agent.work.signal.RunStopped;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with a run until the model hands back, a person must answer, or the time of this
 * invocation is used up. Source: streaming specification, sections 7.2, 7.3 and 7.7.
 */
public final class RunLoop {
  private static final String CONTINUE = "Continue.";

  private final Workbench bench;
  private final HeldRun held;
  private final ModelTurns model;
  private final ToolTurns tools;

  /**
   * A loop over a run.
   *
   * @param approvalWait how long a person has to answer
   * @param outcomes results of calls that the run's log knows already
   */
  public RunLoop(
      Workbench bench, HeldRun held, Duration approvalWait, Map<String, ToolOutcome> outcomes) {
    this.bench = bench;
    this.held = held;
    this.model = new ModelTurns(bench, held);
    this.tools = new ToolTurns(bench, held, approvalWait, outcomes);
  }

  /**
   * Goes on.
   *
   * @throws RunStopped when the run is to end otherwise, or to be left alone
   */
  public void run() {
    begin();
    boolean fresh = held.progress().openMessageId() == null;
    while (held.progress().openMessageId() == null || tools.run()) {
      bench.sign().check();
      checkLimits();
      if (!fresh && !bench.isTimeForCall(0)) {
        held.handOver();
        return;
      }
      fresh = false;
      if (isOver(model.next())) {
        return;
      }
    }
  }

  private void begin() {
    Run run = held.run();
    String resumption = run.resumption();
    if (resumption != null) {
      bench.log().append(RunEvents.runResumed((int) run.epoch(), resumption));
    }
    boolean fresh = run.progress().turn() == 0;
    if (fresh && held.lastMessage().role().equals(Message.ASSISTANT)) {
      held.saveSaid(held.said(CONTINUE));
    }
  }

  private void checkLimits() {
    Progress progress = held.progress();
    RunLimits limits = held.run().terms().limits();
    if (progress.turn() >= limits.turns()) {
      throw RunStopped.by(RunErrorCode.MAX_TURNS);
    }
    if (progress.usage().output() > limits.outputTokens()) {
      throw RunStopped.by(RunErrorCode.MAX_OUTPUT_TOKENS);
    }
    if (RunTimes.workedMs(held.run(), bench.now()) >= limits.runTimeMs()) {
      throw RunStopped.by(RunErrorCode.MAX_RUN_TIME);
    }
    Long next = bench.profile().worstNanos(bench.settings().maxTokens());
    Long worst = Progress.together(progress.costNanos(), next);
    if (worst != null && worst > limits.costNanos()) {
      throw RunStopped.by(RunErrorCode.MAX_COST);
    }
  }

  /** Keeps the answer; true when the run ended with it. */
  private boolean isOver(AnsweredTurn turn) {
    ModelAnswer answer = turn.answer();
    if (answer.cutCall()) {
      throw RunStopped.by(RunErrorCode.OUTPUT_TRUNCATED);
    }
    return switch (answer.stopReason()) {
      case "model_context_window_exceeded" -> throw RunStopped.by(RunErrorCode.CONTEXT_FULL);
      case "tool_use" -> {
        if (answer.calls().isEmpty()) {
          yield done(turn);
        }
        save(turn, turn.name().messageId());
        yield false;
      }
      case "pause_turn" -> {
        close(turn);
        yield false;
      }
      default -> done(turn);
    };
  }

  private boolean done(AnsweredTurn turn) {
    close(turn);
    held.end(new RunEnding.Done(turn.answer().stopReason()));
    return true;
  }

  /** Ends a turn after which no call is run. */
  private void close(AnsweredTurn turn) {
    save(turn, null);
    for (ToolCall call : turn.answer().calls()) {
      ToolOutcome never =
          ToolOutcome.refused("TOOL_INTERRUPTED", "The model stopped before this call was due.");
      bench.log().add(ToolResults.event(call, never, 0));
    }
    bench
        .log()
        .append(
            TurnEvents.turnFinished(
                turn.name().turn(),
                turn.name().messageId(),
                turn.answer().stopReason(),
                turn.answer().usage()));
  }

  private void save(AnsweredTurn turn, @Nullable String openMessageId) {
    List<Json> kept = turn.answer().content().elements();
    List<Json> blocks =
        openMessageId == null ? kept.stream().filter(block -> !isCall(block)).toList() : kept;
    held.saveTurn(
        turn.name().turn(),
        turn.answer().usage(),
        openMessageId,
        blocks.isEmpty() ? null : new JsonArray(blocks));
  }

  private static boolean isCall(Json block) {
    return block instanceof JsonObject object && "tool_use".equals(object.text("type"));
  }
}
