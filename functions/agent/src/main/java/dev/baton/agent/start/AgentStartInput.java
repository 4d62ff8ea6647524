package dev.baton.agent.start;

import dev.baton.agent.core.session.ApprovalPolicy;
import dev.baton.agent.schema.Transports;
import dev.baton.core.command.Protocol;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.shell.command.Arguments;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an agent is set up.
 *
 * @param prompt what is said first; null to say nothing yet
 * @param protocol how the session is watched
 * @param model the model; null for the usual one
 * @param system what the model is told beforehand
 * @param maxTokens the longest answer of one model call
 * @param thinkingBudget how many tokens of it may be thoughts; null for none
 * @param tools patterns of commands; null for the usual ones
 * @param approvals which calls a person must allow
 * @param limits what each run may use up; null for the usual
 * @param clientRequestId the caller's own id of the request
 */
record AgentStartInput(
    @Nullable String prompt,
    Protocol protocol,
    @Nullable String model,
    @Nullable String system,
    int maxTokens,
    @Nullable Integer thinkingBudget,
    @Nullable List<String> tools,
    ApprovalPolicy approvals,
    @Nullable JsonObject limits,
    @Nullable String clientRequestId) {

  static AgentStartInput of(Arguments arguments) {
    return new AgentStartInput(
        arguments.text("prompt"),
        Objects.requireNonNullElse(Transports.of(arguments), Protocol.SSE),
        arguments.text("model"),
        arguments.text("system"),
        arguments.integer("maxTokens"),
        budget(arguments.json()),
        arguments.json().has("tools") ? patterns(arguments.json().array("tools")) : null,
        ApprovalPolicy.valueOf(arguments.requiredText("approvals").toUpperCase(Locale.ROOT)),
        arguments.object("limits"),
        arguments.text("clientRequestId"));
  }

  private static @Nullable Integer budget(JsonObject json) {
    Long budget = JsonFields.numberOrNull(json, "thinkingBudget");
    return budget == null ? null : (Integer) budget.intValue();
  }

  private static List<String> patterns(List<Json> tools) {
    return tools.stream().map(tool -> tool instanceof JsonText(String text) ? text : "").toList();
  }
}
