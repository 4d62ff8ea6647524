package dev.baton.bench.memory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.bench.chat.RoomCrowd;
import dev.baton.bench.stack.LoadForm;
import dev.baton.local.LocalStack;
import dev.baton.local.client.Commands;
import dev.baton.local.client.Simulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Rounds in which every kind of function has something to do. */
final class Uses implements AutoCloseable {
  private static final String PERSON = "memory-1";
  private static final String ROOM = "memory";
  private static final String TOOL =
      """
      {"jsonrpc":"2.0","id":1,"method":"tools/call",\
      "params":{"name":"key-list","arguments":{}}}\
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String apiUrl;
  private final Commands commands;
  private final Simulator simulator;
  private final RoomCrowd crowd;

  Uses(LocalStack stack) {
    this.apiUrl = stack.apiUrl();
    this.commands = new Commands(apiUrl);
    this.simulator = new Simulator(stack.graphUrl());
    this.crowd = new RoomCrowd(commands, ROOM);
  }

  /** Two are in a room, and one in a survey of so many questions. */
  void prepare(int questions) throws Exception {
    commands.data("survey-import", LoadForm.questions("MEMORY", questions));
    simulator.opens(PERSON, "form.MEMORY");
    crowd.gather(2);
    settle();
  }

  /** One call or more of each kind, one after the other. */
  void round() throws IOException, InterruptedException {
    simulator.writes(PERSON, "an answer of usual length");
    settle();
    commands.data("key-list", Map.of());
    commands.data("chat-connect", Map.of("roomId", ROOM));
    crowd.sendByCommand("a message of usual length");
    tool();
    run();
  }

  private void settle() {
    simulator.get("settled?wait=PT30S");
  }

  private void tool() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(apiUrl + "/mcp"))
            .header("Authorization", "Bearer dev")
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(TOOL))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
    }
  }

  private void run() {
    JsonNode handoff = commands.data("agent-start", Map.of("prompt", "/say 100"));
    String session = handoff.path("credentials").path("sessionId").asText();
    JsonNode page;
    long after = 0;
    do {
      page =
          commands.data(
              "agent-poll", Map.of("sessionId", session, "after", after, "waitMs", 5_000));
      after = page.path("lastSeq").asLong();
    } while (!page.path("terminal").asBoolean());
    commands.data("agent-end", Map.of("sessionId", session));
  }

  @Override
  public void close() throws Exception {
    crowd.close();
    client.close();
  }
}
