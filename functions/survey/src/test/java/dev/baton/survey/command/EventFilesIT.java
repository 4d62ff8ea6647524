package dev.baton.survey.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The requests in {@code events/} are good requests: after the walk-through of the README each
 * succeeds.
 */
@ExtendWith(DynamoDbLocal.class)
class EventFilesIT {
  private final CommandBench bench;

  EventFilesIT(DynamoDbClient client) {
    this.bench = new CommandBench(client);
  }

  @BeforeEach
  void theWalkThrough() {
    bench.importWorkedExample();
    bench.reachesHandoff("4567890123456789");
  }

  @ParameterizedTest
  @EnumSource(EveryCommandIT.Tried.class)
  void theEventOfACommandSucceeds(EveryCommandIT.Tried tried) throws IOException {
    String event =
        Files.readString(Path.of("..", "..", "events", tried.command() + ".json"))
            // On this bench the page is Ada's.
            .replace("\"owner\": \"dev\"", "\"owner\": \"" + CommandBench.ADA + "\"");

    Answer answer = bench.replay(tried.handler(bench.wiring()), event);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(event).contains("\"rawPath\": \"/commands/" + tried.command() + "\"");
  }
}
