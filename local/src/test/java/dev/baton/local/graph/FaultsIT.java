package dev.baton.local.graph;

import static dev.baton.local.graph.SimulatorWorld.ANA;
import static dev.baton.local.graph.SimulatorWorld.PARTNER;
import static dev.baton.local.graph.SimulatorWorld.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.local.graph.SimulatorWorld.Answer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults on order: each kind, and when it strikes. */
final class FaultsIT {

  @AutoClose private final SimulatorWorld world;

  FaultsIT() throws Exception {
    world = new SimulatorWorld();
    world.anaWrites("Hello");
  }

  @ParameterizedTest
  @CsvSource({
    "-1,500",
    "1,500",
    "2,500",
    "4,400",
    "10,403",
    "17,400",
    "32,400",
    "100,400",
    "190,401",
    "200,403",
    "230,403",
    "368,403",
    "551,400",
    "613,400",
    "1200,500",
    "2022,400",
    "80006,400",
    "4711,400"
  })
  void everyCodeHasMetasShapeAndItsUsualStatus(int code, int status) throws Exception {
    fault("{\"code\":" + code + ",\"subcode\":99}");

    Answer answer = world.say("x");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.subcode()).isEqualTo(99);
    assertThat(answer.body().path("error").path("message").asText()).isNotEmpty();
    assertThat(received()).isZero();
  }

  @Test
  void anErrorCanHideInA200AndSayWhateverIsWanted() throws Exception {
    fault(
        """
        {"code":100,"status":200,"message":"(#100) Invalid app","type":"GraphMethodException",
         "is_transient":true,"retry_after":"7"}\
        """);

    HttpResponse<String> response =
        world
            .client()
            .send(
                world.graphRequest("messages", SimulatorWorld.textBody("x"), TOKEN),
                BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(response.body())
        .contains("Invalid app", "GraphMethodException", "\"is_transient\":true");
  }

  @Test
  void theMessageCanHaveArrivedAllTheSame() throws Exception {
    fault("{\"code\":2,\"performed\":true}");

    assertThat(world.say("x").code()).isEqualTo(2);

    assertThat(received()).isEqualTo(1);
    assertThat(world.settledItems()).anyMatch(WebhookReceiver.Item::isEcho);
  }

  @Test
  void anythingCanStandInForTheGraphApi() throws Exception {
    fault("{\"effect\":\"answer\",\"status\":502,\"body\":\"<h1>Bad gateway</h1>\"}");

    HttpResponse<String> response =
        world
            .client()
            .send(
                world.graphRequest("messages", SimulatorWorld.textBody("x"), TOKEN),
                BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.body()).isEqualTo("<h1>Bad gateway</h1>");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html");
  }

  @ParameterizedTest
  @CsvSource({"false,0", "true,1"})
  void aConnectionCanBeCutBeforeOrAfterTheMessageArrived(boolean performed, int received)
      throws Exception {
    fault("{\"effect\":\"cut\",\"performed\":" + performed + "}");

    assertThatThrownBy(() -> world.say("x")).isInstanceOf(IOException.class);

    assertThat(received()).isEqualTo(received);
    assertThat(world.settledItems().stream().filter(WebhookReceiver.Item::isEcho))
        .hasSize(received);
  }

  @Test
  void aSlowAnswerComesWhenItsTimeHasComeButTheEchoDoesNotWait() throws Exception {
    fault("{\"effect\":\"slow\",\"delay\":\"PT40S\"}");
    CompletableFuture<HttpResponse<String>> answer = sayLater();
    world.webhook.awaitPosts(2);
    assertThat(answer).isNotDone();
    // The end of the thread's day and the end of the delay.
    world.timeline.awaitWaiting(2);

    world.timeline.advance(Duration.ofSeconds(40));

    assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
  }

  @Test
  void aHangingCallEndsWhenTheFaultsAreCleared() throws Exception {
    fault("{\"effect\":\"hang\",\"performed\":true}");
    CompletableFuture<HttpResponse<String>> answer = sayLater();
    world.webhook.awaitPosts(2);
    assertThat(answer).isNotDone();

    world.order("DELETE", "faults", "");

    assertThat(answer).failsWithin(Duration.ofSeconds(10));
    assertThat(world.say("y").status()).isEqualTo(200);
  }

  @Test
  void aPassCanFailToo() throws Exception {
    fault("{\"endpoint\":\"pass_thread_control\",\"code\":100,\"status\":200}");

    Answer answer = world.pass(PARTNER);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.code()).isEqualTo(100);
    assertThat(world.owner()).isEqualTo(SimulatorWorld.OUR_APP);
  }

  private void fault(String rule) throws Exception {
    world.order("POST", "faults", rule);
  }

  private String strikes(int calls) throws Exception {
    List<String> strikes = new ArrayList<>();
    for (int call = 0; call < calls; call++) {
      strikes.add(world.say("text " + call).status() == 200 ? "." : "x");
    }
    return String.join(" ", strikes);
  }

  private int received() throws Exception {
    return world.order("GET", "participants/" + ANA, "").path("messages").asInt();
  }

  private CompletableFuture<HttpResponse<String>> sayLater() {
    return world
        .client()
        .sendAsync(
            world.graphRequest("messages", SimulatorWorld.textBody("x"), TOKEN),
            BodyHandlers.ofString());
  }
}
