package dev.baton.agent.clients;

import dev.baton.agent.core.conversation.Message;
import dev.baton.agent.core.event.Bodies;
import dev.baton.agent.core.event.EventType;
import dev.baton.agent.core.event.GeneratedRun;
import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.event.RecordedLogs;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run for clients to read.
 *
 * @param log its events
 * @param history the conversation before it and its prompt
 */
record ClientCase(List<LoggedEvent> log, List<Message> history) {
  private static final int GENERATED = 40;

  /** All cases under their names: the recorded logs, and runs by chance. */
  static Map<String, ClientCase> all() {
    Map<String, ClientCase> cases = new TreeMap<>();
    for (String name : RecordedLogs.names()) {
      List<LoggedEvent> log = RecordedLogs.read(name);
      cases.put(name, new ClientCase(log, history(log, false)));
    }
    for (long seed = 0; seed < GENERATED; seed++) {
      List<LoggedEvent> log = GeneratedRun.of(seed);
      cases.put("generated-" + seed, new ClientCase(log, history(log, seed % 3 == 0)));
    }
    return cases;
  }

  /** The events that there are when those questions are answered, and none after them. */
  List<LoggedEvent> until(Set<String> answered) {
    int end = log.size();
    for (int index = log.size() - 1; index >= 0; index--) {
      if (log.get(index).type() != EventType.APPROVAL_RESOLVED) {
        continue;
      }
      if (answered.contains(Bodies.read(log.get(index).text()).text("approval_id"))) {
        break;
      }
      end = index;
    }
    return log.subList(0, end);
  }

  /** The first thinking of the run. */
  @Nullable LoggedEvent firstThinking() {
    return log.stream()
        .filter(event -> event.type() == EventType.THINKING)
        .findFirst()
        .orElse(null);
  }

  /** The case as its readers are told what to expect. */
  JsonObject toJson(String name) {
    List<Json> events = new ArrayList<>();
    log.forEach(event -> events.add(Bodies.read(event.text())));
    List<Json> said = new ArrayList<>();
    for (Message message : history) {
      said.add(
          JsonObject.builder()
              .put("number", message.number())
              .put("role", message.role())
              .put("run_id", message.runId())
              .put("content", message.content())
              .build());
    }
    return JsonObject.builder()
        .put("name", name)
        .put("events", new JsonArray(events))
        .put("history", new JsonArray(said))
        .build();
  }

  private static List<Message> history(List<LoggedEvent> log, boolean thinking) {
    JsonObject thought =
        Bodies.read("{\"type\":\"thinking\",\"thinking\":\"Hm.\",\"signature\":\"s\"}");
    JsonObject text = Bodies.read("{\"type\":\"text\",\"text\":\"Earlier answer.\"}");
    JsonArray answer = thinking ? JsonArray.of(thought, text) : JsonArray.of(text);
    return List.of(
        Message.said(1, "Earlier prompt", "run_0"),
        new Message(2, Message.ASSISTANT, answer, "run_0"),
        Message.said(3, "Now", log.getFirst().runId()));
  }
}
