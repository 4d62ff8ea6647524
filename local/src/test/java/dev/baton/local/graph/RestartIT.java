package dev.baton.local.graph;

import static dev.baton.local.graph.SimulatorWorld.ANA;
import static dev.baton.local.graph.SimulatorWorld.OUR_APP;
import static dev.baton.local.graph.SimulatorWorld.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What survives a restart of the simulator, and the simulator as a process of its own. */
final class RestartIT {

  @TempDir private Path directory;

  @Test
  void conversationsSurviveWithOwnersTranscriptsAndButtons() throws Exception {
    try (SimulatorWorld world = restarted()) {
      world.anaWrites("Hello");
      world.graph(
          "messages",
          """
          {"recipient":{"id":"%s"},"message":{"text":"Where?","quick_replies":[
           {"content_type":"text","title":"City","payload":"c"}]}}\
          """
              .formatted(ANA));
      world.pass(PARTNER);
      world.settle();
    }

    try (SimulatorWorld world = restarted()) {
      assertThat(world.owner()).isEqualTo(PARTNER);
      JsonNode lines = world.order("GET", "participants/" + ANA + "/transcript", "").path("lines");
      assertThat(lines.findValuesAsText("kind")).containsExactly("text", "message", "pass");
      world.order("POST", "participants/" + ANA + "/taps", "{\"title\":\"City\"}");
      world.advance(Duration.ofHours(25));
      assertThat(world.owner()).isEqualTo(OUR_APP);
    }
  }

  @Test
  void halfACharacterIsKeptAsAQuestionMarkAndStopsNothing() throws Exception {
    try (SimulatorWorld world = restarted()) {
      world.order("POST", "participants/" + ANA + "/messages", "{\"text\":\"half \\ud800\"}");
      world.anaWrites("whole");
      world.settle();
    }

    try (SimulatorWorld world = restarted()) {
      JsonNode lines = world.order("GET", "participants/" + ANA + "/transcript", "").path("lines");
      assertThat(lines.findValuesAsText("text")).contains("half ?", "whole");
    }
  }

  @Test
  void whatWasNotDeliveredIsDeliveredAfterwardsInItsOrder() throws Exception {
    try (SimulatorWorld world = restarted()) {
      world.anaWrites("delivered");
      world.webhook.close();
      world.anaWrites("tried");
      world.anaWritesUnheard("waiting");
    }

    for (int restart = 0; restart < 2; restart++) {
      try (SimulatorWorld world = restarted()) {
        assertThat(world.settledItems())
            .extracting(item -> item.json().at("/message/text").asText())
            .containsExactlyElementsOf(restart == 0 ? List.of("tried", "waiting") : List.of());
      }
    }
  }

  @Test
  void aTornLastLineCostsNothingElse() throws Exception {
    try (SimulatorWorld world = restarted()) {
      world.anaWrites("Hello");
    }
    Files.writeString(
        directory.resolve("conversations.jsonl"), "{\"page\":\"1", StandardOpenOption.APPEND);
    try (SimulatorWorld world = restarted()) {
      world.anaWrites("Again");
    }

    try (SimulatorWorld world = restarted()) {
      assertThat(
              world
                  .order("GET", "participants/" + ANA + "/transcript", "")
                  .path("lines")
                  .findValuesAsText("text"))
          .containsExactly("Hello", "Again");
    }
  }

  @Test
  void aResetIsFinal() throws Exception {
    try (SimulatorWorld world = restarted()) {
      world.anaWrites("Hello");
      world.order("POST", "reset", "{}");
    }

    try (SimulatorWorld world = restarted()) {
      assertThat(world.order("GET", "participants", "").path("total").asInt()).isZero();
    }
  }

  @Test
  void theProcessReadsItsSettingsFromTheEnvironment() {
    GraphSimulatorSettings settings =
        GraphSimulatorMain.settings(
            Map.of(
                "SIMULATOR_PORT", "0",
                "FACEBOOK_APP_ID", "1",
                "FACEBOOK_APP_SECRET", "s",
                "FACEBOOK_PAGE_ACCESS_TOKEN", "t",
                "WEBHOOK_URL", "http://127.0.0.1:9/w",
                "SIMULATOR_DATA_DIR", directory.toString()));

    assertThat(settings.port()).isZero();
    assertThat(settings.appId()).isEqualTo("1");
    assertThat(settings.appSecret()).isEqualTo("s");
    assertThat(settings.pageAccessTokens()).containsExactly(Map.entry("*", "t"));
    assertThat(settings.webhook()).hasPath("/w");
    assertThat(settings.dataDirectory()).isEqualTo(directory);
    assertThat(GraphSimulatorMain.settings(Map.of()).port()).isEqualTo(8081);
  }

  private SimulatorWorld restarted() throws Exception {
    return new SimulatorWorld(settings -> settings.withDataDirectory(directory));
  }
}
