package dev.baton.agent.core.tool;

import dev.baton.agent.core.session.ApprovalPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of the calls of one message, in their order. Source: streaming specification,
 * sections 7.3 and 7.5.
 *
 * @param refused those that are not run, and what is said of them
 * @param reads those that change nothing and may run together
 * @param mutations those that change something and run one after the other
 * @param asked those about which a person must be asked first
 */
public record ToolPlan(
    Map<ToolCall, ToolOutcome> refused,
    List<ToolCall> reads,
    List<ToolCall> mutations,
    List<ToolCall> asked) {
  /** The most calls of one message that are run. */
  public static final int MOST = 16;

  /** A plan over copies. */
  public ToolPlan {
    refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
    reads = List.copyOf(reads);
    mutations = List.copyOf(mutations);
    asked = List.copyOf(asked);
  }

  /**
   * The plan.
   *
   * @param calls all calls of the message
   * @param tools what may be called, by name
   * @param policy about which calls a person is asked
   * @param answers what persons said, by id of the call
   * @param done ids of calls that have their result
   */
  public static ToolPlan of(
      List<ToolCall> calls,
      Map<String, Tool> tools,
      ApprovalPolicy policy,
      Map<String, Boolean> answers,
      Set<String> done) {
    Map<ToolCall, ToolOutcome> refused = new LinkedHashMap<>();
    List<ToolCall> reads = new ArrayList<>();
    List<ToolCall> mutations = new ArrayList<>();
    List<ToolCall> asked = new ArrayList<>();
    for (int index = 0; index < calls.size(); index++) {
      ToolCall call = calls.get(index);
      Tool tool = tools.get(call.name());
      if (done.contains(call.id())) {
        continue;
      }
      if (index >= MOST) {
        refused.put(call, limit());
      } else if (tool == null) {
        refused.put(call, notAllowed(call));
      } else if (call.invalid()) {
        refused.put(call, invalid());
      } else if (!policy.asksFor(tool.mutation(), tool.destructive())) {
        (tool.mutation() ? mutations : reads).add(call);
      } else if (!answers.containsKey(call.id())) {
        asked.add(call);
      } else if (answers.get(call.id())) {
        (tool.mutation() ? mutations : reads).add(call);
      } else {
        refused.put(call, denied());
      }
    }
    return new ToolPlan(refused, reads, mutations, asked);
  }

  private static ToolOutcome limit() {
    return ToolOutcome.refused(
        "TOOL_LIMIT", "A message may have " + MOST + " calls; this one was not run.");
  }

  private static ToolOutcome notAllowed(ToolCall call) {
    String name = call.name().length() > 64 ? call.name().substring(0, 64) : call.name();
    return ToolOutcome.refused("TOOL_NOT_ALLOWED", "'" + name + "' may not be called here.");
  }

  private static ToolOutcome invalid() {
    return ToolOutcome.refused(
        "INVALID_ARGS", "The arguments are no JSON object of at most 64 KiB; send one.");
  }

  private static ToolOutcome denied() {
    return ToolOutcome.refused(
        "TOOL_DENIED",
        "This call was not allowed: the owner refused it or did not answer in time.");
  }
}
