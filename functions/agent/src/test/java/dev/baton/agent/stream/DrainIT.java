package dev.baton.agent.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.agent.core.event.TurnEvents;
import dev.baton.agent.core.run.Run;
import dev.baton.shell.server.RunningServer;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** How streams end. Streaming specification, sections 4.4 and 11. */
@ExtendWith(DynamoDbLocal.class)
class DrainIT {
  private static final int CROWD = 200;
  private static final int CYCLES = 1_000;

  private final DynamoDbClient client;

  DrainIT(DynamoDbClient client) {
    this.client = client;
  }

  private static String target(Run run) {
    return "/api/agent/stream?session_id=" + run.sessionId();
  }

  @Test
  void allViewersOfAServerThatStopsAreToldAndEndCleanly() throws IOException {
    try (Stage stage = new Stage(client)) {
      RunningServer server = stage.server();
      Run run = stage.begin(stage.session());
      List<RawStream> crowd = new ArrayList<>();
      for (int number = 0; number < CROWD; number++) {
        RawStream stream = RawStream.get(server.port(), target(run), stage.bearer());
        stream.until("run_started");
        crowd.add(stream);
      }

      server.close();

      for (RawStream stream : crowd) {
        assertThat(stream.rest()).contains("event: reconnect\n", "\"reason\":\"shutdown\"");
        stream.close();
      }
      assertThatThrownBy(() -> RawStream.get(server.port(), target(run)))
          .isInstanceOf(ConnectException.class);
      await(() -> stage.viewers.countLive(run.sessionId(), System.currentTimeMillis()) == 0);
      server.close();
    }
  }

  @Test
  void nothingIsLeftOfViewersWhenAServerHasStopped() throws IOException {
    try (Stage stage = new Stage(client)) {
      RunningServer server = stage.server();
      Run run = stage.begin(stage.session());
      List<RawStream> some = new ArrayList<>();
      for (int number = 0; number < 20; number++) {
        RawStream stream = RawStream.get(server.port(), target(run), stage.bearer());
        stream.until("run_started");
        some.add(stream);
      }

      server.close();

      assertThat(stage.viewers.countLive(run.sessionId(), System.currentTimeMillis())).isZero();
      for (RawStream stream : some) {
        stream.close();
      }
    }
  }

  @Test
  void whatIsPendingComesBeforeTheNotice() throws IOException {
    try (Stage stage = new Stage(client)) {
      RunningServer server = stage.server();
      Run run = stage.begin(stage.session());
      try (RawStream stream = RawStream.get(server.port(), target(run), stage.bearer())) {
        stream.until("run_started");
        stage.tokens(run, 3);
        String seen = stream.until("word 3");
        server.close();
        assertThat(seen + stream.rest())
            .containsSubsequence("id: 2\n", "id: 3\n", "id: 4\n", "retry: ", "shutdown");
      }
    }
  }

  @Test
  void whatNobodyHasReadYetComesBeforeTheNoticeToo() throws IOException {
    VirtualTime time = new VirtualTime();
    try (Stage stage = new Stage(client, time, time)) {
      RunningServer server = stage.server();
      Run run = stage.begin(stage.session());
      try (RawStream stream = RawStream.get(server.port(), target(run), stage.bearer())) {
        String seen = stream.until("run_started");
        // Time stands still, so nobody reads the log meanwhile.
        stage.tokens(run, 3);

        server.close();

        assertThat(seen + stream.rest())
            .containsSubsequence("id: 2\n", "id: 3\n", "id: 4\n", "retry: ", "shutdown");
      }
    }
  }

  @Test
  void aThousandStreamsLeaveNothingBehind() throws IOException {
    try (Stage stage = new Stage(client)) {
      RunningServer server = stage.server();
      Run run = stage.begin(stage.session());
      for (int number = 0; number < CYCLES; number++) {
        try (RawStream stream = RawStream.get(server.port(), target(run), stage.bearer())) {
          stream.block();
        }
      }
      // Their clients have gone without a word; the next write to each fails.
      for (int number = 0; number < 3; number++) {
        stage.tokens(run, 1);
      }
      StreamWiring.Built built = Objects.requireNonNull(stage.built);
      await(() -> {
        stage.tokens(run, 1);
        return built.open().size() == 0;
      });
      assertThat(built.tails().size()).isZero();
      await(() -> stage.viewers.countLive(run.sessionId(), System.currentTimeMillis()) == 0);
    }
  }

  @Test
  void aReaderWhoStopsIsCutAndDelaysNobody() throws IOException {
    VirtualTime time = new VirtualTime();
    try (Stage stage = new Stage(client, time, time)) {
      int port = stage.server().port();
      Run run = stage.recorded(stage.session(), 1);
      Run big = stage.begin(run.sessionId());
      String filler = "x".repeat(60_000);
      for (int number = 0; number < 100; number++) {
        stage.append(big, TurnEvents.token(filler + number, "msg_1", 0));
      }
      StreamWiring.Built built = Objects.requireNonNull(stage.built);
      try (RawStream stopped = RawStream.send(port, "GET", target(big), 4_096, stage.bearer());
          RawStream other = RawStream.get(port, target(big), stage.bearer())) {
        assertThat(stopped.status()).isEqualTo(200);
        other.until(filler + 99);
        assertThat(built.open().size()).isEqualTo(2);
        await(() -> {
          // The other one goes with its lease; the one that does not read only by being cut.
          time.advance(Duration.ofSeconds(5));
          return built.open().size() == 0;
        });
      }
    }
  }

  @Test
  void aSilentStreamBeatsAndSeesThatItsWorkerIsGone() throws IOException {
    VirtualTime time = new VirtualTime();
    try (Stage stage = new Stage(client, time, time)) {
      int port = stage.server().port();
      Run run = stage.begin(stage.session());
      stage.take(run);
      try (RawStream stream = RawStream.get(port, target(run), stage.bearer())) {
        stream.until("run_started");
        time.advance(Duration.ofSeconds(10));
        assertThat(stream.block()).isEqualTo(": hb\n\n");
        StreamWiring.Built built = Objects.requireNonNull(stage.built);
        await(() -> {
          time.advance(Duration.ofMillis(100));
          return stage.viewers.live(run.sessionId(), time.millis()).isEmpty()
              && built.open().size() == 0;
        });
        assertThat(stream.until("WORKER_LOST"))
            .contains("event: agent_error\n", "\"alias_of\":\"error\"");
      }
    }
  }

  @Test
  void aViewerBeforeAnyRunWaitsSeesItBeginAndIsSentAwayAfterAMinute() throws IOException {
    VirtualTime time = new VirtualTime();
    try (Stage stage = new Stage(client, time, time)) {
      int port = stage.server().port();
      String session = stage.session();
      String url = "/api/agent/stream?session_id=" + session;
      String withTicket = url + "&ticket=" + stage.ticket(session, null);
      try (RawStream stream = RawStream.get(port, withTicket);
          RawStream idle = RawStream.get(port, url, stage.bearer())) {
        assertThat(stream.block()).contains("id: 0\n");
        assertThat(idle.block()).contains("id: 0\n");
        time.advance(Duration.ofSeconds(60));
        assertThat(idle.rest()).contains("\"reason\":\"idle\"");
      }
      Run run = stage.begin(session);
      try (RawStream stream = RawStream.get(port, withTicket, "Last-Event-ID: 0")) {
        assertThat(stream.until("run_started")).contains(run.id());
      }
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.yield();
    }
  }
}
