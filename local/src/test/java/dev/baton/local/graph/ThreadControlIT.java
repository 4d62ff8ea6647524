package dev.baton.local.graph;

import static dev.baton.local.graph.SimulatorWorld.ANA;
import static dev.baton.local.graph.SimulatorWorld.OUR_APP;
import static dev.baton.local.graph.SimulatorWorld.PARTNER;
import static dev.baton.local.graph.SimulatorWorld.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.graph.SimulatorWorld.Answer;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who owns a thread, who may change that, and who hears of it. */
final class ThreadControlIT {

  private static final String THIRD = "777";

  @AutoClose private final SimulatorWorld world;

  ThreadControlIT() throws Exception {
    world = new SimulatorWorld();
    world.quiet();
  }

  @ParameterizedTest(name = "{0} owns, {1} does {2}: {3}, then {4} owns, told {5}")
  @CsvSource({
    "idle,    us,      pass,    200,  partner, -",
    "us,      us,      pass,    200,  partner, -",
    "partner, us,      pass,    403,  partner, -",
    "us,      partner, pass,    403,  us,      -",
    "partner, partner, passback, 200, us,      pass_thread_control",
    "third,   partner, passback, 403, third,   -",
    "idle,    us,      take,    200,  us,      -",
    "us,      us,      take,    200,  us,      -",
    "partner, us,      take,    200,  us,      -",
    "us,      partner, take,    403,  us,      -",
    "idle,    partner, take,    200,  partner, -",
    "third,   partner, take,    403,  third,   -",
    "us,      us,      release, 200,  idle,    -",
    "partner, partner, release, 200,  us,      pass_thread_control",
    "partner, us,      release, 403,  partner, -",
    "us,      partner, request, 200,  us,      request_thread_control",
    "us,      us,      send,    200,  us,      -",
    "idle,    partner, send,    200,  partner, -",
    "partner, us,      send,    403,  partner, -",
    "us,      partner, send,    403,  us,      -",
  })
  void everyActOfEveryAppInEveryState(
      String before, String actor, String act, int status, String after, String told)
      throws Exception {
    given(before);
    int heard = world.settledItems().size();

    Answer answer = act(actor, act);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(world.owner()).isEqualTo(appId(after));
    List<WebhookReceiver.Item> news = world.settledItems();
    if (told.equals("-")) {
      assertThat(news).hasSize(heard);
    } else {
      assertThat(news).hasSize(heard + 1);
      assertThat(news.getLast().has(told)).isTrue();
    }
  }

  @Test
  void sendingIntoAForeignThreadIsSubcode2018300() throws Exception {
    given("partner");

    Answer answer = world.say("x");

    assertThat(answer.code()).isEqualTo(10);
    assertThat(answer.subcode()).isEqualTo(2018300);
  }

  @Test
  void aDayOfSilenceGivesThePartnersThreadBackWithoutAPreviousOwner() throws Exception {
    given("partner");
    world.advance(Duration.ofHours(23));
    assertThat(world.owner()).isEqualTo(PARTNER);
    world.anaWrites("I am still reading");
    world.advance(Duration.ofHours(23));
    assertThat(world.owner()).isEqualTo(PARTNER);

    world.advance(Duration.ofHours(1));

    assertThat(world.owner()).isEqualTo(OUR_APP);
    JsonNode pass = world.settledItems().getLast().json().path("pass_thread_control");
    assertThat(pass.path("previous_owner_app_id").isNull()).isTrue();
    assertThat(pass.path("new_owner_app_id").asText()).isEqualTo(OUR_APP);
  }

  @Test
  void ourOwnSilentThreadGoesIdleWithoutNews() throws Exception {
    given("us");
    int heard = world.settledItems().size();

    world.advance(Duration.ofHours(25));

    assertThat(world.owner()).isEqualTo("null");
    assertThat(world.settledItems()).hasSize(heard);
  }

  @Test
  void whoOwnsAThreadCanBeAsked() throws Exception {
    given("idle");
    assertThat(threadOwner().path("data")).isEmpty();

    given("partner");

    JsonNode owner = threadOwner().path("data").path(0).path("thread_owner");
    assertThat(owner.path("app_id").asText()).isEqualTo(PARTNER);
    assertThat(owner.path("expiration").asLong())
        .isBetween(
            SimulatorWorld.START.plus(Duration.ofHours(24)).getEpochSecond(),
            SimulatorWorld.START.plus(Duration.ofHours(25)).getEpochSecond());
  }

  @Test
  void anAppThatIsNotConnectedGetsNothing() throws Exception {
    given("us");
    world.order("PUT", "partner/" + PARTNER, "{\"behaviour\":\"never\",\"connected\":false}");

    Answer refused = world.pass(PARTNER);

    assertThat(refused.code()).isEqualTo(100);
    assertThat(refused.body().path("error").path("message").asText())
        .isEqualTo("(#100) Invalid app");
    assertThat(world.owner()).isEqualTo(OUR_APP);
  }

  @Test
  void aTargetThatIsNoAppIdIsError100() throws Exception {
    given("us");

    assertThat(world.pass("a friend").code()).isEqualTo(100);
  }

  private void given(String owner) throws Exception {
    switch (owner) {
      case "idle" -> world.order("PUT", "participants/" + ANA, "{}");
      case "us" -> world.anaWrites("Hello");
      default -> {
        world.anaWrites("Hello");
        assertThat(world.pass(appId(owner)).status()).isEqualTo(200);
      }
    }
  }

  private Answer act(String actor, String act) throws Exception {
    String token = actor.equals("us") ? TOKEN : "app-" + appId(actor);
    String recipient = "\"recipient\":{\"id\":\"" + ANA + "\"}";
    return switch (act) {
      case "pass" ->
          world.graph(
              "pass_thread_control",
              "{" + recipient + ",\"target_app_id\":\"" + PARTNER + "\"}",
              token);
      case "passback" ->
          world.graph(
              "pass_thread_control",
              "{%s,\"target_app_id\":%s,\"metadata\":\"{\\\"level\\\":6}\"}"
                  .formatted(recipient, OUR_APP),
              token);
      case "send" ->
          world.graph("messages", "{" + recipient + ",\"message\":{\"text\":\"x\"}}", token);
      default -> world.graph(act + "_thread_control", "{" + recipient + "}", token);
    };
  }

  private JsonNode threadOwner() throws Exception {
    return world
        .send(
            HttpRequest.newBuilder(world.address("/v25.0/me/thread_owner?recipient=" + ANA))
                .header("Authorization", "Bearer " + TOKEN)
                .build())
        .body();
  }

  private static String appId(String name) {
    return switch (name) {
      case "us" -> OUR_APP;
      case "partner" -> PARTNER;
      case "third" -> THIRD;
      default -> "null";
    };
  }
}
