package dev.baton.agent.start;

import dev.baton.agent.core.handoff.AgentHandoff;
import dev.baton.agent.core.session.ApprovalPolicy;
import dev.baton.agent.schema.AgentFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Labels;
import dev.baton.core.handoff.HandoffShape;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import java.util.List;
import java.util.stream.Stream;

/** What callers need to know of {@code agent-start}. */
final class AgentStartDefinition {
  private static final int LONGEST_SYSTEM = 32 * 1_024;
  private static final int LEAST_THINKING = 1_024;
  private static final int MOST_TOKENS = 32_000;
  private static final int USUAL_TOKENS = 4_096;
  private static final FieldType PATTERN = FieldType.text(1, 64, "[a-z*][a-z0-9*-]*");

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "agent-start",
              "Starts a conversation between its owner and an LLM agent, runs the first prompt if given, and hands off the live stream of tokens, tool calls and results.")
          .errors(ErrorCodes.QUOTA_EXCEEDED)
          .labels(Labels.single(Labels.Action.CREATE))
          .exposed(AgentFields.EXPOSED)
          .handoff(AgentHandoff.DEFINITION)
          .undoneBy("agent-end")
          .largestBody(AgentFields.LARGEST_BODY)
          .input(
              Field.text(
                  "prompt", AgentFields.LONGEST_MESSAGE, "What is said first; runs at once."),
              Field.optional("transport", AgentFields.TRANSPORT, "How the session is watched.")
                  .orElse("sse"),
              Field.text("model", 128, "Id of the model; one of those that are configured."),
              Field.text("system", LONGEST_SYSTEM, "What the model is told beforehand."),
              Field.optional(
                      "maxTokens",
                      new FieldType.Whole(1, MOST_TOKENS),
                      "Longest answer of one model call, in tokens.")
                  .orElse(USUAL_TOKENS),
              Field.optional(
                  "thinkingBudget",
                  new FieldType.Whole(LEAST_THINKING, MOST_TOKENS - 1),
                  "Tokens of an answer that may be thoughts, fewer than maxTokens; none if left out."),
              Field.optional(
                  "tools",
                  new FieldType.ListOf(PATTERN, 0, 50),
                  "Patterns of commands that may be called, such as chat-*; if left out those for agents that change nothing."),
              Field.choice("approvals", policies(), "Which calls wait for a person.")
                  .orElse(ApprovalPolicy.DESTRUCTIVE.wireName()),
              AgentFields.LIMITS,
              AgentFields.CLIENT_REQUEST_ID)
          .output(HandoffShape.SHAPE)
          .example(
              "Ask something",
              JsonObject.builder()
                  .put("prompt", "What was said in the room general today?")
                  .put("tools", JsonArray.ofTexts(List.of("chat-*")))
                  .build())
          .build();

  private AgentStartDefinition() {}

  private static List<String> policies() {
    return Stream.of(ApprovalPolicy.values()).map(ApprovalPolicy::wireName).toList();
  }
}
