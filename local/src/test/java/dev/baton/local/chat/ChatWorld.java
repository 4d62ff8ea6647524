package dev.baton.local.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.client.Commands;
import dev.baton.local.time.Timeline;
import java.util.HashMap;
import java.util.Map;

/** A running stack with two owners, and the first of them as a caller. */
final class ChatWorld implements AutoCloseable {
  private final LocalStack stack;
  private final Commands commands;

  private ChatWorld(LocalStack stack) {
    this.stack = stack;
    this.commands = new Commands(stack.apiUrl());
  }

  static ChatWorld start() throws Exception {
    return start(Map.of());
  }

  /** A stack in whose functions these variables differ. */
  static ChatWorld start(Map<String, String> variables) throws Exception {
    return new ChatWorld(WholeStack.start(withKeys(variables)));
  }

  /** The same in a time of the test's. */
  static ChatWorld start(Map<String, String> variables, Timeline time) throws Exception {
    return new ChatWorld(WholeStack.start(withKeys(variables), time));
  }

  private static Map<String, String> withKeys(Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("BATON_API_KEY", "dev,eve,stranger");
    return environment;
  }

  LocalStack stack() {
    return stack;
  }

  /** Somebody else's commands, or the same owner's with another key. */
  Commands with(String key) {
    return new Commands(stack.apiUrl(), key);
  }

  JsonNode call(String command, Map<String, ?> input) {
    return commands.call(command, input);
  }

  JsonNode data(String command, Map<String, ?> input) {
    return commands.data(command, input);
  }

  String code(String command, Map<String, ?> input) {
    return call(command, input).path("error").path("code").asText();
  }

  JsonNode connect(String roomId, String nickname) {
    return data("chat-connect", Map.of("roomId", roomId, "nickname", nickname));
  }

  JsonNode say(String roomId, String text) {
    return data("chat-send", Map.of("roomId", roomId, "text", text));
  }

  static String session(JsonNode handoff) {
    return handoff.path("credentials").path("sessionId").asText();
  }

  @Override
  public void close() {
    stack.close();
  }
}
