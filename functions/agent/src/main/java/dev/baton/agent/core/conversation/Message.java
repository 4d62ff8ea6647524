package dev.baton.agent.core.conversation;

import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;

/**
 * A message of a conversation, in the words of the Messages API.
 *
 * @param number its place in the session, from 1
 * @param role {@code user} or {@code assistant}
 * @param content its blocks
 * @param runId the run that it belongs to
 */
public record Message(long number, String role, JsonArray content, String runId) {
  /** The role of a person, and of results of calls. */
  public static final String USER = "user";

  /** The role of the model. */
  public static final String ASSISTANT = "assistant";

  /** What a person said. */
  public static Message said(long number, String text, String runId) {
    JsonObject block = JsonObject.builder().put("type", "text").put("text", text).build();
    return new Message(number, USER, JsonArray.of(block), runId);
  }
}
