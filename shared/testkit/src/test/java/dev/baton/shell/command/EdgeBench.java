package dev.baton.shell.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.HandoffDefinition;
import dev.baton.core.command.Labels;
import dev.baton.core.command.Protocol;
import dev.baton.core.handoff.HandoffShape;
import dev.baton.core.json.JsonObject;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.shell.config.Settings;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;
import dev.baton.shell.log.Log;
import dev.baton.shell.metric.Metrics;
import dev.baton.testkit.dynamodb.Tables;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Edges over a real store and a clock that tests move. */
final class EdgeBench {
  static final CommandDefinition SEND =
      CommandDefinition.changing("toy-send", "Sends a toy to somebody who wants it.")
          .labels(Labels.single(Labels.Action.CREATE))
          .exposed(Exposure.EVERYWHERE)
          .input(Field.requiredText("toy", 20, "The toy."), Field.text("to", 20, "Whom to."))
          .output(new FieldType.Anything())
          .build();

  static final CommandDefinition CONNECT =
      CommandDefinition.changing("toy-connect", "Connects the caller to a toy.")
          .labels(Labels.single(Labels.Action.CREATE))
          .exposed(Exposure.EVERYWHERE)
          .output(HandoffShape.SHAPE)
          .handoff(
              new HandoffDefinition(
                  Protocol.WEBSOCKET, List.of(), true, "toy-poll", false, List.of("text")))
          .build();

  private final AtomicLong now =
      new AtomicLong(Instant.parse("2026-01-15T10:00:00Z").toEpochMilli());
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final DynamoDbClient client;
  private final Map<String, String> settings;

  EdgeBench(DynamoDbClient client, Map<String, String> rates) {
    this.client = client;
    this.settings = new HashMap<>(rates);
    settings.put("SESSIONS_TABLE", Tables.sessions(client));
  }

  EdgeParts parts() {
    InstantSource clock = () -> Instant.ofEpochMilli(now.get());
    return EdgeParts.of(
        Settings.of(settings::get),
        client,
        clock,
        Log.to(log::add, clock),
        Metrics.to(log::add, clock));
  }

  CommandEdge<Arguments> edge(Command<Arguments> command) {
    return CommandEdge.of(SEND, arguments -> arguments, command, parts());
  }

  void pass(long milliseconds) {
    now.addAndGet(milliseconds);
  }

  long now() {
    return now.get();
  }

  List<String> log() {
    return log;
  }

  static HttpRequest request(String owner, String body) {
    return new HttpRequest(
        "POST",
        "/commands/toy-send",
        Map.of("content-type", "application/json"),
        Map.of(),
        body.getBytes(UTF_8),
        Map.of("owner", owner, "scopes", "*", "key_id", "k1"),
        "localhost",
        "127.0.0.1");
  }

  static HttpRequest keyed(String key, String body) {
    return request("ada", body)
        .withHeaders(Map.of("content-type", "application/json", "idempotency-key", key));
  }

  static JsonObject body(HttpResponse response) {
    return (JsonObject) JsonReader.refusingDuplicates(32).readOwn(response.body());
  }

  static String code(HttpResponse response) {
    JsonObject error = body(response).object("error");
    String code = error == null ? null : error.text("code");
    return code == null ? "OK" : code;
  }
}
