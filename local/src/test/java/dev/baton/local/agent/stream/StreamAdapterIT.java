package dev.baton.local.agent.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.agent.core.run.Run;
import dev.baton.local.adapter.AdapterWorld;
import dev.baton.local.adapter.AiSdkText;
import dev.baton.local.adapter.Answer;
import dev.baton.local.adapter.UrlRequest;
import dev.baton.local.json.Jsons;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stream function as it is deployed: its zip, started by its run.sh, behind the real adapter.
 * As on Lambda, one environment has one response at a time. Streaming specification, section 10.1.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StreamAdapterIT {
  private static final Map<String, String> KEY = Map.of("authorization", "Bearer dev");

  @TempDir static Path directory;

  private StreamWorld world;
  private StreamDeployment deployment;
  private AdapterWorld lambda;

  @BeforeAll
  void start() throws Exception {
    world = new StreamWorld();
    deployment = StreamDeployment.of(world.stack(), directory.resolve("task"));
    lambda = environment(deployment).withServer();
  }

  @AfterAll
  void stop() throws Exception {
    if (lambda != null) {
      lambda.close();
    }
    world.close();
  }

  @Test
  void everyEventIsAChunkOfItsOwnWhileItsRunGoesOn() throws Exception {
    Run run = world.begin();
    Answer answer = lambda.send(ticketed(run, Map.of()));

    assertThat(answer.mode()).isEqualTo("streaming");
    JsonNode headers = answer.prelude().path("headers");
    assertThat(answer.prelude().path("statusCode").asInt()).isEqualTo(200);
    assertThat(headers.path("content-type").asText()).isEqualTo("text/event-stream; charset=utf-8");
    assertThat(headers.path("cache-control").asText()).isEqualTo("no-cache, no-transform");
    assertThat(headers.path("x-accel-buffering").asText()).isEqualTo("no");
    assertThat(headers.path("x-baton-session").asText()).isEqualTo(run.sessionId());
    assertThat(headers.path("x-baton-run").asText()).isEqualTo(run.id());
    assertThat(until(answer, "run_started")).startsWith("retry: 1000\nid: 0\n: baton\n\n");
    for (String word : new String[] {"one", "zwölf", "三"}) {
      world.say(run, word);
      assertThat(answer.next()).contains("event: token\n", word).endsWith("}\n\n");
    }
    world.fail(run);
    assertThat(answer.rest()).contains("event: agent_error\n", "event: error\n").endsWith("\n\n");
  }

  @Test
  void aViewerComesBackWithItsNumberAndIsToldWhenThereIsNothingMore() throws Exception {
    Run run = world.begin();
    world.say(run, "one");
    world.say(run, "two");
    String target = world.target(run);
    Answer first = lambda.send(UrlRequest.get(target, Map.of()));
    assertThat(until(first, "two")).contains("one");
    world.fail(run);
    first.rest();

    Answer resumed = lambda.send(UrlRequest.get(target, Map.of("last-event-id", "2")));
    assertThat(resumed.rest()).contains("id: 2\n: baton", "two", "\nid: 4\n").doesNotContain("one");
    Answer over = lambda.send(UrlRequest.get(target, Map.of("last-event-id", "4")));
    assertThat(over.prelude().path("statusCode").asInt()).isEqualTo(204);
    assertThat(over.next()).isNull();
  }

  @Test
  void aRefusalIsJsonWithItsStatus() throws Exception {
    Run run = world.begin();
    String target = StreamWorld.bare(run);
    String absent = target.replaceFirst("ses_.{22}", "ses_4kq0Zt1mB7cX2vNn8aYwPg");

    assertRefusal(400, "VALIDATION_ERROR", target + "&after=x", Map.of());
    assertRefusal(401, "UNAUTHORIZED", target, Map.of());
    assertRefusal(401, "UNAUTHORIZED", target, Map.of("authorization", "Bearer nobody"));
    assertRefusal(404, "SESSION_NOT_FOUND", absent, Map.of("authorization", "Bearer dev"));
    assertRefusal(404, "NOT_FOUND", "/elsewhere", Map.of());
  }

  @Test
  void aPromptThatIsPostedBeginsItsRunAndIsAnsweredWithIt() throws Exception {
    Answer answer = lambda.send(UrlRequest.post(world.posted(), KEY, prompt("/say 3")));

    assertThat(answer.prelude().path("statusCode").asInt()).isEqualTo(200);
    assertThat(answer.prelude().path("headers").path("x-vercel-ai-ui-message-stream").asText())
        .isEqualTo("v1");
    String frames = answer.rest();
    assertThat(frames)
        .contains("\"type\":\"start\"", "\"type\":\"finish\"")
        .endsWith("data: [DONE]\n\n");
    assertThat(AiSdkText.of(frames)).isEqualTo("handoff naïve conversation");
  }

  @Test
  void aPostThatIsNoneIsRefusedAsJson() throws Exception {
    String target = world.posted();

    assertRefusal(400, "VALIDATION_ERROR", UrlRequest.post(target, KEY, "{\"messages\":[]}"));
    assertRefusal(400, "VALIDATION_ERROR", UrlRequest.post(target, KEY, "Grüße"));
    assertRefusal(401, "UNAUTHORIZED", UrlRequest.post(target, Map.of(), prompt("Grüße")));
  }

  private static String prompt(String text) {
    return "{\"messages\":[{\"id\":\"m1\",\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"text\":\"%s\"}]}]}"
        .formatted(text);
  }

  private void assertRefusal(int status, String code, String target, Map<String, String> headers)
      throws Exception {
    assertRefusal(status, code, UrlRequest.get(target, headers));
  }

  private void assertRefusal(int status, String code, UrlRequest request) throws Exception {
    Answer answer = lambda.send(request);

    String target = request.target();
    assertThat(answer.prelude().path("statusCode").asInt()).as(target).isEqualTo(status);
    assertThat(answer.prelude().path("headers").path("content-type").asText())
        .startsWith("application/json");
    JsonNode body = Objects.requireNonNull(Jsons.parse(answer.rest()));
    assertThat(body.path("error").path("code").asText()).as(target).isEqualTo(code);
  }

  @Test
  void theDeadlineOfTheInvocationPlansTheEndOfItsResponse() throws Exception {
    Run run = world.begin();
    Map<String, String> forged = Map.of("x-amzn-lambda-context", "{\"deadline\":1}");

    Answer answer = lambda.send(ticketed(run, forged).within(Duration.ofSeconds(15)));

    assertThat(until(answer, "run_started")).doesNotContain("reconnect");
    assertThat(answer.rest())
        .contains("event: reconnect\n", "\"reason\":\"deadline\"")
        .startsWith("retry: ")
        .endsWith("\n\n");
  }

  @Test
  void aBrowserGetsACookieWhichOpensTheNextStream() throws Exception {
    Run run = world.begin();
    Answer first = lambda.send(ticketed(run, Map.of("sec-fetch-mode", "cors")));
    until(first, "run_started");
    world.fail(run);
    first.rest();
    String cookie = first.prelude().path("cookies").path(0).asText();
    assertThat(cookie).startsWith("baton_s_").contains("HttpOnly", "Secure", "SameSite=Lax");

    UrlRequest next =
        UrlRequest.get(StreamWorld.bare(run), Map.of())
            .withCookies("other=1", cookie.split(";", -1)[0]);
    assertThat(lambda.send(next).rest()).contains("\nid: 1\n", "\nid: 2\n");
  }

  @Test
  void aServerWhoseTableDoesNotAnswerIsNotReady() throws Exception {
    try (AdapterWorld broken = environment(deployment.with("SESSIONS_TABLE", "NoSuchTable"))) {
      broken.launch();

      assertThat(broken.awaitPast("/healthz")).contains("INTERNAL_ERROR");
      assertThat(broken.isReady()).isFalse();
    }
  }

  @Test
  void aServerThatIsToldToStopTellsItsViewer() throws Exception {
    Run run = world.begin();
    try (AdapterWorld stopping = environment(deployment).withServer()) {
      Answer answer = stopping.send(ticketed(run, Map.of()));
      until(answer, "run_started");

      assertThat(stopping.terminate()).isZero();
      assertThat(answer.rest())
          .contains("event: reconnect\n", "\"reason\":\"shutdown\"")
          .endsWith("\n\n");
    }
  }

  private static AdapterWorld environment(StreamDeployment deployed) throws Exception {
    return new AdapterWorld(deployed.root(), deployed.variables());
  }

  private UrlRequest ticketed(Run run, Map<String, String> headers) {
    return UrlRequest.get(world.target(run), headers);
  }

  private static String until(Answer answer, String text) throws Exception {
    StringBuilder all = new StringBuilder();
    while (all.indexOf(text) < 0) {
      all.append(Objects.requireNonNull(answer.next(), () -> "The end came before " + text));
    }
    return all.toString();
  }
}
