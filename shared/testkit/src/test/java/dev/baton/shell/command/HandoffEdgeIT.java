package dev.baton.shell.command;

import static dev.baton.shell.command.EdgeBench.code;
import static dev.baton.shell.command.EdgeBench.keyed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.command.Protocol;
import dev.baton.core.handoff.HandoffResult;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.core.result.Succeeded;
import dev.baton.shell.lambda.HttpResponse;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

@ExtendWith(DynamoDbLocal.class)
class HandoffEdgeIT implements HandoffSessions {
  private static final String SESSION = "ses_4kq0Zt1mB7cX2vNn8aYwPg";
  private static final String FIRST = "p5N7ZLjKpY8Dchu2us9ceMsjX-vg5wsbhM2ZVBRhoI4";
  private static final String SECOND = "FjZ6rLZ6SgF8jairlWgsyzkIY3gPcRTdoKDgxVZEx8Q";

  private final List<String> discarded = new ArrayList<>();
  private final EdgeBench bench;
  private final DynamoDbClient client;
  private boolean pending = true;
  private long life = 300_000;

  HandoffEdgeIT(DynamoDbClient client) {
    this.client = client;
    this.bench = new EdgeBench(client, Map.of());
  }

  @Override
  public CommandResult reissue(String sessionId, Call call) {
    return pending
        ? Succeeded.with(handoff(sessionId, SECOND).toJson(), "A fresh token.")
        : Refused.because(
            ErrorCodes.CONFLICT,
            "The session was used.",
            "Call toy-reconnect.",
            JsonObject.builder().put("sessionId", sessionId).build());
  }

  @Override
  public void discard(String sessionId, Call call) {
    discarded.add(sessionId);
  }

  @Test
  void repeatedHandoffIsAFreshTokenOfTheSameSession() {
    HttpResponse first = edge().respond(keyed("k", "{}"));
    HttpResponse again = edge().respond(keyed("k", "{}"));

    assertThat(first.body()).contains(FIRST).contains(SESSION);
    assertThat(again.body()).contains(SECOND).contains(SESSION).doesNotContain(FIRST);
    assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
  }

  @Test
  void repeatedHandoffOfAUsedSessionIsAConflict() {
    edge().respond(keyed("k", "{}"));
    pending = false;
    HttpResponse again = edge().respond(keyed("k", "{}"));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("\"details\":{\"sessionId\":\"" + SESSION + "\"}");
  }

  @Test
  void tokensAreNeverStored() {
    edge().respond(keyed("k", "{}"));

    String items =
        client.listTables().tableNames().stream()
            .filter(name -> name.startsWith("Sessions-"))
            .map(name ->
                client.scan(ScanRequest.builder().tableName(name).build()).items().toString())
            .toList()
            .toString();
    assertThat(items + bench.log()).doesNotContain(FIRST);
  }

  @Test
  void brokenHandoffNeverLeavesAndItsSessionIsClosed() {
    life = 3_600_000;

    HttpResponse response = edge().respond(keyed("k", "{}"));

    assertThat(response.status()).isEqualTo(500);
    assertThat(code(response)).isEqualTo("INTERNAL_ERROR");
    assertThat(response.body()).doesNotContain(FIRST);
    assertThat(discarded).containsExactly(SESSION);
    assertThat(bench.log())
        .anyMatch(line -> line.contains("handoff_invalid") && line.contains("metadata.expiresAt"))
        .anyMatch(line -> line.contains("\"handoff_invalid\":1"))
        .noneMatch(line -> line.contains(FIRST));
  }

  @Test
  void handoffsHaveARateOfTheirOwn(DynamoDbClient other) {
    EdgeBench strict = new EdgeBench(other, Map.of("BATON_RATE_HANDOFF", "1/PT1M/1"));
    CommandEdge<Arguments> edge =
        CommandEdge.handingOff(
            EdgeBench.CONNECT, a -> a, (input, call) -> connected(), this, strict.parts());

    assertThat(edge.respond(keyed("a", "{}")).status()).isEqualTo(200);
    assertThat(edge.respond(keyed("b", "{}")).status()).isEqualTo(429);
  }

  private CommandEdge<Arguments> edge() {
    return CommandEdge.handingOff(
        EdgeBench.CONNECT, a -> a, (input, call) -> connected(), this, bench.parts());
  }

  private CommandResult connected() {
    return Succeeded.with(handoff(SESSION, FIRST).toJson(), "Connect within 5 minutes.");
  }

  private HandoffResult handoff(String sessionId, String token) {
    return new HandoffResult(
        Protocol.WEBSOCKET,
        "wss://ws.baton.example/live?session=" + sessionId,
        new HandoffResult.Credentials(token, sessionId),
        new HandoffResult.Metadata(
            200,
            List.of("text"),
            bench.now() + life,
            new HandoffResult.Reconnect(true, 5, 1_000),
            "A live toy.",
            new HandoffResult.CatchUp(null, null, 0, 0)));
  }
}
