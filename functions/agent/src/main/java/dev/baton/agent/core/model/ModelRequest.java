package dev.baton.agent.core.model;

import dev.baton.agent.core.conversation.Message;
import dev.baton.agent.core.session.AgentSettings;
import dev.baton.agent.core.tool.Tool;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to a model, part by part, each as the Messages API wants it; the last tool, the system
 * prompt and the last message of the user's are marked for the cache. Source: streaming
 * specification, section 7.1.
 *
 * @param model the model's id
 * @param maxTokens the longest answer
 * @param thinking how many tokens of it may be thoughts; null for none
 * @param system what the model is told beforehand; null for nothing
 * @param tools what it may call
 * @param messages the conversation
 */
public record ModelRequest(
    String model,
    int maxTokens,
    @Nullable Integer thinking,
    @Nullable JsonArray system,
    JsonArray tools,
    JsonArray messages) {

  private static final JsonObject CACHE = JsonObject.builder().put("type", "ephemeral").build();

  /** The request for the next turn of that conversation. */
  public static ModelRequest of(
      String model, AgentSettings settings, Collection<Tool> tools, List<Message> conversation) {
    List<Json> named = new ArrayList<>(tools.stream().map(Tool::toJson).toList());
    if (!named.isEmpty()) {
      named.add(marked(named.removeLast()));
    }
    String system = settings.system();
    JsonArray told = system == null || system.isBlank() ? null : JsonArray.of(marked(text(system)));
    return new ModelRequest(
        model,
        settings.maxTokens(),
        settings.thinking(),
        told,
        new JsonArray(named),
        messages(conversation));
  }

  /** Messages of one speaker in a row are one message. */
  private static JsonArray messages(List<Message> conversation) {
    List<Json> messages = new ArrayList<>();
    List<Json> blocks = new ArrayList<>();
    for (int index = 0; index < conversation.size(); index++) {
      Message message = conversation.get(index);
      blocks.addAll(message.content().elements());
      boolean last = index == conversation.size() - 1;
      if (last || !conversation.get(index + 1).role().equals(message.role())) {
        if (last && message.role().equals(Message.USER) && !blocks.isEmpty()) {
          blocks.add(marked(blocks.removeLast()));
        }
        messages.add(
            JsonObject.builder()
                .put("role", message.role())
                .put("content", new JsonArray(blocks))
                .build());
        blocks.clear();
      }
    }
    return new JsonArray(messages);
  }

  private static Json marked(Json block) {
    if (!(block instanceof JsonObject object)) {
      return block;
    }
    JsonObject.Builder marked = JsonObject.builder();
    object.members().forEach(member -> marked.put(member.name(), member.value()));
    return marked.put("cache_control", CACHE).build();
  }

  private static JsonObject text(String text) {
    return JsonObject.builder().put("type", "text").put("text", text).build();
  }
}
