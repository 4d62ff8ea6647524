package dev.baton.agent.core.session;

import static dev.baton.core.json.JsonFields.number;
import static dev.baton.core.json.JsonFields.numberOrNull;
import static dev.baton.core.json.JsonFields.object;
import static dev.baton.core.json.JsonFields.text;

import dev.baton.agent.core.run.RunLimits;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the agent of a session is set up; it never changes.
 *
 * @param model the model's id
 * @param system what the model is told beforehand; null for nothing
 * @param maxTokens the longest answer of one model call, in tokens
 * @param thinking how many tokens of an answer may be thoughts; null for none
 * @param tools the commands that it may call, by name
 * @param approvals which of them a person must allow
 * @param limits what each of its runs may use up
 * @param api the address of the HTTP API at which the session was started, without a slash at the
 *     end; tools are called there
 */
public record AgentSettings(
    String model,
    @Nullable String system,
    int maxTokens,
    @Nullable Integer thinking,
    List<String> tools,
    ApprovalPolicy approvals,
    RunLimits limits,
    String api) {

  /** Settings over a copy of the tools. */
  public AgentSettings {
    tools = List.copyOf(tools);
  }

  /** The settings as JSON. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("model", model)
        .putIfPresent("system", system)
        .put("max_tokens", maxTokens)
        .putIfPresent("thinking", thinking == null ? null : Json.of(thinking))
        .put("tools", JsonArray.ofTexts(tools))
        .put("approvals", approvals.name())
        .put("limits", limits.toJson())
        .put("api", api)
        .build();
  }

  /** The settings that {@link #toJson} wrote. */
  public static AgentSettings fromJson(JsonObject json) {
    List<String> tools = new ArrayList<>();
    for (Json element : json.array("tools")) {
      if (element instanceof JsonText(String name)) {
        tools.add(name);
      }
    }
    Long thinking = numberOrNull(json, "thinking");
    return new AgentSettings(
        text(json, "model"),
        json.text("system"),
        (int) number(json, "max_tokens"),
        thinking == null ? null : (Integer) thinking.intValue(),
        tools,
        ApprovalPolicy.valueOf(text(json, "approvals")),
        RunLimits.fromJson(object(json, "limits")),
        text(json, "api"));
  }
}
