package dev.baton.agent.start;

import dev.baton.agent.begin.Prompt;
import dev.baton.agent.catalogue.CommandCatalogue;
import dev.baton.agent.core.run.RunLimits;
import dev.baton.agent.core.session.AgentSettings;
import dev.baton.agent.core.session.ApprovalPolicy;
import dev.baton.agent.core.tool.CatalogueTool;
import dev.baton.agent.core.tool.ToolChoice;
import dev.baton.agent.schema.AgentErrors;
import dev.baton.agent.schema.LimitInput;
import dev.baton.core.result.FieldError;
import dev.baton.core.result.Refused;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the settings of an agent of what its owner asks for and may have. */
final class AgentSetup {
  private static final String UNATTENDED = "agent:unattended";

  private final CommandCatalogue catalogue;
  private final AgentModels models;

  AgentSetup(CommandCatalogue catalogue, AgentModels models) {
    this.catalogue = catalogue;
    this.models = models;
  }

  /** What came of it. */
  sealed interface Made {

    /** The agent can be set up so. */
    record Settings(AgentSettings settings) implements Made {}

    /** It cannot. */
    record Not(Refused refusal) implements Made {}
  }

  Made make(AgentStartInput input, Call call) {
    boolean unattended = input.approvals() == ApprovalPolicy.NEVER;
    if (unattended && !call.caller().scopes().cover(UNATTENDED)) {
      return new Made.Not(AgentErrors.notUnattended());
    }
    List<FieldError> problems = new ArrayList<>();
    String prompt = input.prompt();
    if (prompt != null && Prompt.isBlank(prompt)) {
      problems.add(wrong("prompt", "must not be white space alone"));
    }
    String model = Objects.requireNonNullElse(input.model(), models.usual());
    if (!models.known().has(model)) {
      problems.add(wrong("model", "is none of those that are configured"));
    }
    String cost = LimitInput.costProblem(input.limits(), models.known().profile(model));
    if (cost != null) {
      problems.add(wrong("limits.costUsd", cost));
    }
    Integer budget = input.thinkingBudget();
    if (budget != null && budget >= input.maxTokens()) {
      problems.add(wrong("thinkingBudget", "must be less than maxTokens"));
    }
    String api = CommandCatalogue.api(call.request().domain());
    ToolChoice tools = tools(input, api, call);
    if (tools == null) {
      return new Made.Not(AgentErrors.noCatalogue());
    }
    tools
        .unknown()
        .forEach(place ->
            problems.add(
                wrong("tools[" + place + "]", "chooses no command that an agent may call")));
    return problems.isEmpty()
        ? new Made.Settings(settings(input, model, tools.names(), api))
        : new Made.Not(InvalidInput.because(AgentStartDefinition.DEFINITION, problems));
  }

  private @Nullable ToolChoice tools(AgentStartInput input, String api, Call call) {
    List<String> patterns = input.tools();
    if (patterns != null && patterns.isEmpty()) {
      return new ToolChoice(List.of(), List.of());
    }
    String authorization = Objects.requireNonNullElse(call.request().header("authorization"), "");
    List<CatalogueTool> offered = catalogue.read(api, authorization);
    return offered == null ? null : ToolChoice.of(patterns, offered);
  }

  private static AgentSettings settings(
      AgentStartInput input, String model, List<String> tools, String api) {
    return new AgentSettings(
        model,
        input.system(),
        input.maxTokens(),
        input.thinkingBudget(),
        tools,
        input.approvals(),
        LimitInput.over(RunLimits.USUAL, input.limits()),
        api);
  }

  private static FieldError wrong(String path, String message) {
    return new FieldError(path, message, "invalid_value", null);
  }
}
