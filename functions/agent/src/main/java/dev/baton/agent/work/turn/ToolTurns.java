package dev.baton.agent.work.turn;

import dev.baton.agent.core.conversation.Message;
import dev.baton.agent.core.event.RunEvents;
import dev.baton.agent.core.event.TurnEvents;
import dev.baton.agent.core.run.Approval;
import dev.baton.agent.core.run.Progress;
import dev.baton.agent.core.tool.Tool;
import dev.baton.agent.core.tool.ToolCall;
import dev.baton.agent.core.tool.ToolOutcome;
import dev.baton.agent.core.tool.ToolPlan;
import dev.baton.agent.core.tool.ToolResults;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.session.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs the calls of the last message: those that change nothing together, those that change
 * something one after the other, and asks about those that need a person. Results of an earlier
 * worker are not asked for again.
 */
final class ToolTurns {
  private static final int TOGETHER = 4;

  private final Workbench bench;
  private final HeldRun held;
  private final Duration approvalWait;
  private final Map<String, ToolOutcome> outcomes;
  private final Tokens tokens = new Tokens();

  /**
   * @param approvalWait how long a person has to answer
   * @param outcomes results that the run's log knows already
   */
  ToolTurns(
      Workbench bench, HeldRun held, Duration approvalWait, Map<String, ToolOutcome> outcomes) {
    this.bench = bench;
    this.held = held;
    this.approvalWait = approvalWait;
    this.outcomes = new HashMap<>(outcomes);
  }

  /** Runs them; false when somebody else has to go on with the run. */
  boolean run() {
    List<ToolCall> calls = calls(held.lastMessage());
    ToolPlan plan =
        ToolPlan.of(
            calls,
            bench.tools(),
            bench.settings().approvals(),
            answers(),
            Map.copyOf(outcomes).keySet());
    plan.refused().forEach((call, outcome) -> keep(call, outcome, 0));
    bench.log().flush();
    RunningCalls running = new RunningCalls(bench, held.run().id(), this::keep);
    if (!running.run(plan.reads(), TOGETHER) || !running.run(plan.mutations(), 1)) {
      held.handOver();
      return false;
    }
    if (!plan.asked().isEmpty()) {
      ask(plan.asked());
      return false;
    }
    finish(calls);
    return true;
  }

  private void keep(ToolCall call, ToolOutcome outcome, long durationMs) {
    outcomes.put(call.id(), outcome);
    bench.log().append(ToolResults.event(call, outcome, durationMs));
  }

  private Map<String, Boolean> answers() {
    Map<String, Boolean> answers = new HashMap<>();
    for (Approval approval : held.run().approvals()) {
      Boolean approved = approval.approved();
      if (approved != null) {
        answers.put(approval.toolCallId(), approved);
      }
    }
    return answers;
  }

  private void ask(List<ToolCall> calls) {
    long until = bench.now() + approvalWait.toMillis();
    List<Approval> approvals = new ArrayList<>();
    for (ToolCall call : calls) {
      Tool tool = Objects.requireNonNull(bench.tools().get(call.name()));
      Approval approval = Approval.asked(tokens.id("apr_"), call.id(), call.name(), until);
      approvals.add(approval);
      bench
          .log()
          .add(
              RunEvents.approvalRequired(
                  approval.id(), call.id(), call.name(), call.args(), tool.confirmPrompt(), until));
    }
    bench.log().flush();
    bench.sign().check();
    held.await(approvals);
  }

  private void finish(List<ToolCall> calls) {
    int longest = held.run().terms().limits().toolOutput();
    List<Json> blocks = new ArrayList<>();
    for (ToolCall call : calls) {
      ToolOutcome outcome = Objects.requireNonNull(outcomes.get(call.id()));
      blocks.add(ToolResults.block(call.id(), outcome, longest));
    }
    Message results = held.results(new JsonArray(blocks));
    Progress progress = held.progress();
    String messageId = Objects.requireNonNull(progress.openMessageId());
    bench
        .log()
        .append(
            TurnEvents.turnFinished(progress.turn(), messageId, "tool_use", progress.turnUsage()));
    held.saveSaid(results);
  }

  private static List<ToolCall> calls(Message message) {
    List<ToolCall> calls = new ArrayList<>();
    for (Json block : message.content().elements()) {
      if (block instanceof JsonObject call && "tool_use".equals(call.text("type"))) {
        JsonObject args = JsonFields.object(call, "input");
        calls.add(
            new ToolCall(
                JsonFields.text(call, "id"),
                JsonFields.text(call, "name"),
                args,
                args.text("_raw") != null));
      }
    }
    return calls;
  }
}
