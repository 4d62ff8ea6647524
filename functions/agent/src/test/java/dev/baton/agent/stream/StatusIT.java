package dev.baton.agent.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.run.Run;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Streaming specification, section 4.3. */
@ExtendWith(DynamoDbLocal.class)
class StatusIT {
  private static final String PATH = "/api/agent/stream";

  private final Stage stage;
  private int port;

  StatusIT(DynamoDbClient client) {
    stage = new Stage(client);
  }

  @BeforeEach
  void start() throws IOException {
    port = stage.server().port();
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private static String target(String session) {
    return PATH + "?session_id=" + session;
  }

  private void refused(int status, String code, String target, String... headers)
      throws IOException {
    try (RawStream stream = RawStream.get(port, target, headers)) {
      assertThat(stream.status()).as(target).isEqualTo(status);
      assertThat(stream.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
      assertThat(stream.rest()).startsWith("{\"success\":false,\"error\":{\"code\":\"" + code);
    }
  }

  @Test
  void whatIsMalformedIsRefusedBeforeAnybodyIsAsked() throws IOException {
    String session = stage.session();
    for (String target :
        List.of(
            PATH,
            PATH + "?session_id=",
            PATH + "?session_id=ses_short",
            PATH + "?session_id=as_" + session.substring(4),
            target(session) + "&session_id=" + session,
            target(session) + "&after=1&after=2",
            target(session) + "&x=1&x=1",
            target(session) + "&run_id=7",
            target(session) + "&protocol=",
            target(session) + "&protocol=sse",
            target(session) + "&after=",
            target(session) + "&after=-1",
            target(session) + "&after=01",
            target(session) + "&after=1.0",
            target(session) + "&after=1234567890123456",
            target(session) + "&after=%201",
            target(session) + "&protocol=ai-sdk&after=1",
            target(session) + "&protocol=ag-ui&after=x",
            target(session) + "&x=" + "y".repeat(2_048))) {
      refused(400, "VALIDATION_ERROR", target);
    }
    for (String id : List.of("x", "-1", "01", "1;DROP", "1 2", "1234567890123456", "0x1")) {
      refused(400, "VALIDATION_ERROR", target(session), "Last-Event-ID: " + id);
      refused(400, "VALIDATION_ERROR", target(session) + "&after=0", "Last-Event-ID: " + id);
    }
    refused(400, "VALIDATION_ERROR", target(session), "Last-Event-ID: 1", "Last-Event-ID: 1");
    refused(400, "VALIDATION_ERROR", target(session) + "&after=x", "Last-Event-ID: 1");
  }

  @Test
  void aPositionBeyondTheEndIsRefused() throws IOException {
    Run run = stage.recorded(stage.session(), 1);
    String target = target(run.sessionId());
    refused(400, "VALIDATION_ERROR", target + "&after=6", stage.bearer());
    refused(400, "VALIDATION_ERROR", target, stage.bearer(), "Last-Event-ID: 6");
    refused(400, "VALIDATION_ERROR", target + "&run_id=" + run.id() + "&after=6", stage.bearer());
  }

  @Test
  void thereIsNothingToResumeAfterTheEnd() throws IOException {
    Run run = stage.recorded(stage.session(), 1);
    try (RawStream stream =
        RawStream.get(port, target(run.sessionId()), stage.bearer(), "Last-Event-ID: 5")) {
      assertThat(stream.status()).isEqualTo(204);
      assertThat(stream.rest()).isEmpty();
    }
    try (RawStream stream =
        RawStream.get(port, target(run.sessionId()) + "&protocol=ai-sdk", stage.bearer())) {
      assertThat(stream.status()).isEqualTo(204);
    }
    try (RawStream stream =
        RawStream.get(port, target(run.sessionId()) + "&protocol=ag-ui", stage.bearer())) {
      assertThat(stream.status()).isEqualTo(200);
    }
  }

  @Test
  void thereMayBeABodyWhereThereIsNothing() throws IOException {
    stage.settings.put("AGENT_STREAM_EMPTY_REPLY", "json");
    int other = stage.server().port();
    Run run = stage.recorded(stage.session(), 1);
    try (RawStream stream =
        RawStream.get(other, target(run.sessionId()), stage.bearer(), "Last-Event-ID: 5")) {
      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.header("Content-Type")).startsWith("application/json");
      assertThat(stream.rest()).isEqualTo("{\"state\":\"done\",\"last_seq\":5}");
    }
  }

  @Test
  void onlyGetAndPostOpenStreams() throws IOException {
    for (String method : List.of("PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE")) {
      try (RawStream stream = RawStream.send(port, method, target(stage.session()), 0)) {
        assertThat(stream.status()).as(method).isEqualTo(405);
        assertThat(stream.header("Allow")).isEqualTo("GET, POST");
      }
    }
    refused(404, "NOT_FOUND", "/api/agent/streams");
    refused(404, "NOT_FOUND", "/api/agent/stream/");
    refused(404, "NOT_FOUND", "/");
  }

  @Test
  void aFaultIsAnErrorAndNothingElse() throws IOException {
    stage.bearers.remove("key-of-ada");
    Run run = stage.recorded(stage.session(), 1);
    stage.settings.put("SESSIONS_TABLE", "no-such-table");
    int broken = stage.server().port();
    try (RawStream stream = RawStream.get(broken, target(run.sessionId()), stage.bearer())) {
      assertThat(stream.status()).isEqualTo(500);
      assertThat(stream.rest()).contains("INTERNAL_ERROR").doesNotContain("no-such-table");
    }
    try (RawStream stream = RawStream.get(broken, "/healthz")) {
      assertThat(stream.status()).isEqualTo(500);
    }
    try (RawStream stream = RawStream.get(port, "/healthz")) {
      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.rest()).isEqualTo("ok\n");
    }
  }

  @Test
  void tooManyViewersAreAskedToComeBackLater() throws IOException {
    stage.settings.put("AGENT_STREAM_VIEWERS", "2");
    int small = stage.server().port();
    Run run = stage.begin(stage.session());
    String target = target(run.sessionId());
    try (RawStream first = RawStream.get(small, target, stage.bearer());
        RawStream second = RawStream.get(small, target, stage.bearer());
        RawStream third = RawStream.get(small, target, stage.bearer())) {
      first.until("run_started");
      second.until("run_started");
      assertThat(third.status()).isEqualTo(200);
      assertThat(third.rest())
          .contains("retry: 5000\nevent: reconnect\n")
          .contains("\"reason\":\"busy\",\"retry_ms\":5000");
    }
  }

  @Test
  void tooManyOpensAreAskedToComeBackLater() throws IOException {
    stage.settings.put("AGENT_STREAM_OPENS", "2/PT1M/2");
    int small = stage.server().port();
    Run run = stage.recorded(stage.session(), 1);
    for (int number = 0; number < 2; number++) {
      try (RawStream stream = RawStream.get(small, target(run.sessionId()), stage.bearer())) {
        assertThat(stream.rest()).contains("event: done");
      }
    }
    try (RawStream stream = RawStream.get(small, target(run.sessionId()), stage.bearer())) {
      assertThat(stream.rest()).contains("\"busy\"").doesNotContain("event: done");
    }
  }

  @Test
  void headersKeepProxiesFromHoldingBackAndBrowsersFromSharing() throws IOException {
    Run run = stage.recorded(stage.session(), 1);
    try (RawStream stream =
        RawStream.get(
            port,
            target(run.sessionId()),
            stage.bearer(),
            "Origin: https://evil.example",
            "Accept-Encoding: gzip")) {
      assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream; charset=utf-8");
      assertThat(stream.header("Cache-Control")).isEqualTo("no-cache, no-transform");
      assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
      assertThat(stream.header("X-Baton-Session")).isEqualTo(run.sessionId());
      assertThat(stream.header("X-Baton-Run")).isEqualTo(run.id());
      assertThat(stream.headers().toString().toLowerCase(java.util.Locale.ROOT))
          .doesNotContain("access-control", "content-encoding", "set-cookie");
    }
  }
}
