package dev.baton.gateway.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.command.Exposure;
import dev.baton.core.json.JsonObject;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.FailingClient;
import dev.baton.testkit.dynamodb.Tables;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** A command that answers with a stack, a store without the table: no surface passes that on. */
@ExtendWith(DynamoDbLocal.class)
final class FaultsIT {
  private static final String STACK =
      "{\"errorMessage\":\"java.lang.NullPointerException\",\"stackTrace\":[\"dev.baton.Toy\"]}";

  private final FailingClient failing;
  private final ToyGateway gateway;

  FaultsIT(DynamoDbClient client) throws IOException {
    failing = new FailingClient(client);
    gateway =
        new ToyGateway(
            failing.client(),
            Map.of("SESSIONS_TABLE", Tables.sessions(client), "BATON_RATE_WRITE", "90/PT1S/90"),
            Map.of("toy-broken", Exposure.EVERYWHERE),
            path -> STACK);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/message | {'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'toy-broken'}}",
        "/mcp | {'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'toy-broken'}}",
        "/rpc | {'method':'toy-broken'}",
        "/stream/toy-broken | {}",
        "/batch | {'commands':[{'command':'toy-broken'}]}",
        "/commands/afd-call | {'command':'toy-broken'}",
        "/commands/afd-batch | {'commands':[{'command':'toy-broken'}]}",
        "/commands/afd-pipe | {'steps':[{'command':'toy-broken'}]}",
        "/rpc | {'method':'afd-pipe','params':{'steps':[{'command':'toy-broken'}]}}"
      })
  void noSurfaceTellsOfTheInside(String path, String body) {
    String broken = answer(path, body);
    failing.failAt(
        1,
        FailingClient.Moment.BEFORE,
        () -> ResourceNotFoundException.builder().message("Sessions-1 is not there").build());
    String storeless = answer(path, body);

    assertThat(broken).contains("INTERNAL_ERROR", "retryable");
    assertThat(storeless).contains("INTERNAL_ERROR", "retryable");
    assertThat(broken + storeless)
        .doesNotContain("java.", "dev.baton", "stackTrace", "Sessions", "software.amazon");
  }

  private String answer(String path, String body) {
    JsonObject answer = gateway.api().send("POST", path, body.replace('\'', '"'));
    return Objects.requireNonNull(answer.text("body"));
  }
}
