package dev.baton.agent.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.access.Pass;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunEnding;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Who gets in. Streaming specification, sections 4.1 and 12, row 12. */
@ExtendWith(DynamoDbLocal.class)
class EntryIT {
  private static final String PATH = "/api/agent/stream?session_id=";
  private static final String OPEN = "text/event-stream; charset=utf-8";

  private final VirtualTime time = new VirtualTime();
  private final Stage stage;
  private int port;

  EntryIT(DynamoDbClient client) {
    stage = new Stage(client, time, time);
  }

  @BeforeEach
  void start() throws IOException {
    stage.settings.put("BATON_ALLOWED_ORIGINS", "https://console.example");
    port = stage.server().port();
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private String answer(String target, String... headers) throws IOException {
    try (RawStream stream = RawStream.get(port, target, headers)) {
      if (stream.header("Content-Type").equals(OPEN)) {
        return "open";
      }
      String body = stream.rest();
      return stream.status() + body.replaceAll(".*\"code\":\"([A-Z_]+)\".*", " $1");
    }
  }

  private String cookie(String session, String secret) {
    return "Cookie: other=1; " + StreamRequestReader.cookieName(session) + "=" + secret;
  }

  private String issuedCookie(String session, Duration life) {
    long end = time.millis() + life.toMillis();
    return stage.tickets.issue(Pass.cookie(session, Stage.OWNER, end)).text();
  }

  @Test
  void aTicketOpensOnceAndThenResumesItsRunOnly() throws IOException {
    Run first = stage.recorded(stage.session(), 1);
    String session = first.sessionId();
    String url = PATH + session + "&ticket=" + stage.ticket(session, null);

    assertThat(answer(url)).isEqualTo("open");
    assertThat(answer(url)).isEqualTo("401 TOKEN_EXPIRED");
    assertThat(answer(url, "Last-Event-ID: 1")).isEqualTo("open");
    assertThat(answer(url + "&after=1")).isEqualTo("open");
    assertThat(answer(url, "Last-Event-ID: 5")).isEqualTo("204");

    Run second = stage.begin(session);
    assertThat(answer(url, "Last-Event-ID: 5")).isEqualTo("204");
    assertThat(answer(url + "&after=1&run_id=" + second.id())).isEqualTo("401 TOKEN_EXPIRED");
  }

  @Test
  void aUsedTicketEndsAMinuteAfterItsRun() throws IOException {
    Run run = stage.begin(stage.session());
    String url = PATH + run.sessionId() + "&ticket=" + stage.ticket(run.sessionId(), null);
    assertThat(answer(url)).isEqualTo("open");

    time.advance(Duration.ofSeconds(100));
    assertThat(answer(url, "Last-Event-ID: 1")).isEqualTo("open");
    stage.end(run, new RunEnding.Done("end_turn"));
    time.advance(Duration.ofSeconds(59));
    assertThat(answer(url, "Last-Event-ID: 1")).isEqualTo("open");
    time.advance(Duration.ofSeconds(1));
    assertThat(answer(url, "Last-Event-ID: 1")).isEqualTo("401 TOKEN_EXPIRED");
    assertThat(answer(url, "Last-Event-ID: 2")).isEqualTo("401 TOKEN_EXPIRED");
  }

  @Test
  void aTicketThatNobodyUsedInTimeIsGoodForNothing() throws IOException {
    Run run = stage.recorded(stage.session(), 1);
    String url = PATH + run.sessionId() + "&ticket=" + stage.ticket(run.sessionId(), null);
    time.advance(Duration.ofSeconds(60));

    assertThat(answer(url)).isEqualTo("401 TOKEN_EXPIRED");
    assertThat(answer(url, "Last-Event-ID: 1")).isEqualTo("401 TOKEN_EXPIRED");
    assertThat(answer(url, stage.bearer())).isEqualTo("open");
  }

  @Test
  void aTicketMayComeAsBearerInAnyCase() throws IOException {
    Run run = stage.recorded(stage.session(), 1);
    String ticket = stage.ticket(run.sessionId(), run.id());

    assertThat(answer(PATH + run.sessionId(), "authorization: bEaReR  " + ticket))
        .isEqualTo("open");
    assertThat(answer(PATH + run.sessionId(), "Authorization: Bearer " + ticket))
        .isEqualTo("401 TOKEN_EXPIRED");
  }

  @Test
  void nothingElseOpensAStream() throws IOException {
    Run run = stage.recorded(stage.session(), 1);
    String url = PATH + run.sessionId();
    String otherTicket = stage.ticket(stage.session(), null);
    String otherCookie = issuedCookie(stage.session(), Duration.ofHours(1));
    String ownCookie = issuedCookie(run.sessionId(), Duration.ofHours(1));

    assertThat(answer(url)).isEqualTo("401 UNAUTHORIZED");
    assertThat(answer(url + "&ticket=")).isEqualTo("401 UNAUTHORIZED");
    assertThat(answer(url + "&ticket=x")).isEqualTo("401 UNAUTHORIZED");
    assertThat(answer(url + "&ticket=" + otherTicket)).isEqualTo("401 UNAUTHORIZED");
    assertThat(answer(url + "&ticket=" + ownCookie)).isEqualTo("401 UNAUTHORIZED");
    assertThat(answer(url, cookie(run.sessionId(), otherCookie))).isEqualTo("401 UNAUTHORIZED");
    assertThat(answer(url, cookie(run.sessionId(), otherTicket))).isEqualTo("401 UNAUTHORIZED");
    for (String header : List.of("Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "bearer wrong")) {
      assertThat(answer(url, "Authorization: " + header)).isEqualTo("401 UNAUTHORIZED");
    }
  }

  @Test
  void aCookieComesFirstAndEndsAtItsTime() throws IOException {
    Run run = stage.recorded(stage.session(), 1);
    String url = PATH + run.sessionId();
    String cookie = cookie(run.sessionId(), issuedCookie(run.sessionId(), Duration.ofHours(1)));

    assertThat(answer(url, cookie)).isEqualTo("open");
    assertThat(answer(url, cookie, "Authorization: Bearer wrong")).isEqualTo("open");
    time.advance(Duration.ofHours(1));
    assertThat(answer(url, cookie)).isEqualTo("401 UNAUTHORIZED");
    assertThat(answer(url, cookie, stage.bearer())).isEqualTo("open");
  }

  @Test
  void aCookieFromAForeignPageOpensNothing() throws IOException {
    Run run = stage.recorded(stage.session(), 1);
    String url = PATH + run.sessionId();
    String cookie = cookie(run.sessionId(), issuedCookie(run.sessionId(), Duration.ofHours(1)));

    for (String origin :
        List.of(
            "https://evil.example",
            "null",
            "",
            "https://console.example.evil",
            "http://localhost:1",
            "%%%")) {
      assertThat(answer(url, cookie, "Origin: " + origin)).isEqualTo("403 ORIGIN_NOT_ALLOWED");
    }
    assertThat(answer(url, cookie, "Origin: https://console.example")).isEqualTo("open");
    assertThat(answer(url, cookie, "Origin: http://localhost")).isEqualTo("open");
    assertThat(answer(url, stage.bearer(), "Origin: https://evil.example")).isEqualTo("open");
  }

  @Test
  void foreignIsLikeMissing() throws IOException {
    Run run = stage.recorded(stage.session(), 1);
    stage.bearers.put("key-of-eve", BearerCheck.Verdict.MAY_NOT);
    String eve = "Authorization: Bearer key-of-eve";
    String missing = "ses_" + "A".repeat(22);

    String foreign = body(PATH + run.sessionId(), eve);
    assertThat(foreign).startsWith("404 ").contains("SESSION_NOT_FOUND");
    assertThat(body(PATH + missing, eve)).isEqualTo(foreign);
    assertThat(body(PATH + run.sessionId() + "&run_id=run_" + "A".repeat(22), stage.bearer()))
        .isEqualTo(foreign);
    String own = stage.session();
    assertThat(body(PATH + own + "&run_id=" + run.id(), stage.bearer())).isEqualTo(foreign);
    assertThat(body(PATH + missing, stage.bearer())).isEqualTo(foreign);
    assertThat(body(PATH + missing, "Authorization: Bearer wrong"))
        .isEqualTo(body(PATH + run.sessionId(), "Authorization: Bearer wrong"));
  }

  @Test
  void processThatSawNoSessionYetTellsNoneFromAnother() throws IOException {
    String missing = PATH + "ses_" + "A".repeat(22);
    stage.bearers.put("key-of-eve", BearerCheck.Verdict.MAY_NOT);
    String eve = "Authorization: Bearer key-of-eve";
    String nobody = "Authorization: Bearer wrong";
    String own = PATH + stage.session();

    String foreign = body(own, eve);
    String unknown = body(own, nobody);
    assertThat(foreign).startsWith("404 ");
    assertThat(unknown).startsWith("401 ");
    for (String header : List.of(eve, stage.bearer())) {
      port = stage.server().port();
      assertThat(body(missing, header)).isEqualTo(foreign);
    }
    port = stage.server().port();
    assertThat(body(missing, nobody)).isEqualTo(unknown);
  }

  @Test
  void beforeTheFirstSessionNoneIsFound() throws IOException {
    String missing = PATH + "ses_" + "A".repeat(22);

    assertThat(answer(missing, "Authorization: Bearer wrong")).isEqualTo("404 SESSION_NOT_FOUND");
    assertThat(answer(missing)).isEqualTo("401 UNAUTHORIZED");
  }

  private String body(String target, String header) throws IOException {
    try (RawStream stream = RawStream.get(port, target, header)) {
      return stream.status() + " " + stream.rest();
    }
  }

  @Test
  void browsersGetACookieThatOpensTheSameStream() throws IOException {
    Run run = stage.recorded(stage.session(), 1);
    String session = run.sessionId();
    String url = PATH + session + "&ticket=" + stage.ticket(session, null);
    String cookie;
    try (RawStream stream = RawStream.get(port, url, "Sec-Fetch-Mode: cors")) {
      cookie = stream.header("Set-Cookie");
    }

    assertThat(cookie)
        .matches(
            "baton_s_[0-9a-f]{12}=[A-Za-z0-9_-]{43}; Max-Age=86400; Path=/api/agent/stream;"
                + " HttpOnly; Secure; SameSite=Lax");
    String value = "Cookie: " + cookie.substring(0, cookie.indexOf(';'));
    try (RawStream stream = RawStream.get(port, PATH + session, value, "Sec-Fetch-Mode: cors")) {
      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.header("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void revokedPassesOpenNothing() throws IOException {
    Run run = stage.recorded(stage.session(), 1);
    String session = run.sessionId();
    String url = PATH + session + "&ticket=" + stage.ticket(session, null);
    String cookie = cookie(session, issuedCookie(session, Duration.ofHours(1)));
    assertThat(answer(url)).isEqualTo("open");

    stage.tickets.revokeAll(session);

    assertThat(answer(url, "Last-Event-ID: 1")).isEqualTo("401 UNAUTHORIZED");
    assertThat(answer(PATH + session, cookie)).isEqualTo("401 UNAUTHORIZED");
  }

  @Test
  void nothingThatOpensOrIsSaidStandsInTheOutput() throws IOException {
    Run run = stage.recorded(stage.session(), 1);
    String ticket = stage.ticket(run.sessionId(), null);
    String cookie = issuedCookie(run.sessionId(), Duration.ofHours(1));
    answer(PATH + run.sessionId() + "&ticket=" + ticket + "&secret=hush");
    answer(PATH + run.sessionId(), cookie(run.sessionId(), cookie));
    answer(PATH + run.sessionId(), stage.bearer());

    assertThat(stage.lines.toString())
        .contains("stream_opened")
        .doesNotContain(ticket, cookie, "key-of-ada", "hush", "word 1");
  }
}
