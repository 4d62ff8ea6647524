package dev.baton.agent.core.turn;

import dev.baton.agent.core.event.Usage;
import dev.baton.agent.core.tool.ToolCall;
import dev.baton.core.json.JsonArray;
import java.util.List;

/**
 * A whole answer of a model.
 *
 * @param content its blocks as they are kept; a call that was cut off is not among them
 * @param calls the calls among them
 * @param stopReason the model's word for why it ended
 * @param usage what it cost
 * @param cutCall whether it ended within a call
 */
public record ModelAnswer(
    JsonArray content, List<ToolCall> calls, String stopReason, Usage usage, boolean cutCall) {

  /** An answer over a copy of the calls. */
  public ModelAnswer {
    calls = List.copyOf(calls);
  }
}
