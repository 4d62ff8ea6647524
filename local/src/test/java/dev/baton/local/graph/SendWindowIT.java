package dev.baton.local.graph;

import static dev.baton.local.graph.SimulatorWorld.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.graph.SimulatorWorld.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** To whom and when an app may write. */
final class SendWindowIT {

  @AutoClose private final SimulatorWorld world;

  SendWindowIT() throws Exception {
    world = new SimulatorWorld();
  }

  @Test
  void whoIsNotAvailableIsError551() throws Exception {
    world.order("PUT", "participants/" + ANA, "{\"available\":false}");

    assertThat(world.say("x").code()).isEqualTo(551);
  }

  @Test
  void afterADayOfSilenceTheWindowIsClosed() throws Exception {
    world.quiet();
    world.anaWrites("Hello");
    world.advance(Duration.ofHours(24).plusSeconds(1));

    Answer refused = world.say("x");
    assertThat(refused.code()).isEqualTo(10);
    assertThat(refused.subcode()).isEqualTo(2018278);
    assertThat(world.graph("messages", tagged()).status()).isEqualTo(200);

    world.anaWrites("Still here");
    assertThat(world.say("x").status()).isEqualTo(200);
  }

  @Test
  void aStrangerMayBeRefused() throws Exception {
    world.order("PUT", "routing", "{\"accept_strangers\":false}");

    Answer refused = world.say("x");

    assertThat(refused.code()).isEqualTo(100);
    assertThat(refused.subcode()).isEqualTo(2018001);
  }

  @Test
  void aOneTimeTokenIsGoodForOneMessage() throws Exception {
    world.order("POST", "participants/" + ANA + "/optins", "{\"ref\":\"later\"}");
    world.settle();
    JsonNode optin = world.webhook.items().getFirst().json().path("optin");
    assertThat(optin.path("payload").asText()).isEqualTo("{\"ref\":\"later\"}");
    String body =
        "{\"recipient\":{\"one_time_notif_token\":\"%s\"},\"message\":{\"text\":\"Now\"}}"
            .formatted(optin.path("one_time_notif_token").asText());

    Answer first = world.graph("messages", body);
    Answer second = world.graph("messages", body);

    assertThat(first.body().path("recipient_id").asText()).isEqualTo(ANA);
    assertThat(second.code()).isEqualTo(100);
  }

  private static String tagged() {
    return """
    {"recipient":{"id":"%s"},"messaging_type":"MESSAGE_TAG","tag":"ACCOUNT_UPDATE",
     "message":{"text":"x"}}\
    """
        .formatted(ANA);
  }
}
