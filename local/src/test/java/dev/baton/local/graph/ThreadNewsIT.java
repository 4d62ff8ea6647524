package dev.baton.local.graph;

import static dev.baton.local.graph.SimulatorWorld.ANA;
import static dev.baton.local.graph.SimulatorWorld.OUR_APP;
import static dev.baton.local.graph.SimulatorWorld.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What our app hears of a thread, whoever owns it. */
final class ThreadNewsIT {

  @AutoClose private final SimulatorWorld world;

  ThreadNewsIT() throws Exception {
    world = new SimulatorWorld();
    world.quiet();
  }

  @Test
  void aReturnNamesBothAppsAndCarriesItsMetadata() throws Exception {
    partnerOwns();

    partnerReturns();

    WebhookReceiver.Item item = world.settledItems().getLast();
    JsonNode pass = item.json().path("pass_thread_control");
    assertThat(item.channel()).isEqualTo("messaging");
    assertThat(item.json().path("sender").path("id").asText()).isEqualTo(ANA);
    assertThat(pass.path("previous_owner_app_id").asText()).isEqualTo(PARTNER);
    assertThat(pass.path("new_owner_app_id").asText()).isEqualTo(OUR_APP);
    assertThat(pass.path("metadata").asText()).isEqualTo("{\"level\":6}");
  }

  @Test
  void whatAnaWritesToAnotherAppIsStandbyWithoutPayloads() throws Exception {
    world.graph(
        "messages",
        """
        {"recipient":{"id":"%s"},"message":{"text":"Where?","quick_replies":[
         {"content_type":"text","title":"City","payload":"c"}]}}\
        """
            .formatted(ANA));
    partnerOwns();

    world.anaWrites("The cat sat");
    world.order("POST", "participants/" + ANA + "/taps", "{\"title\":\"City\"}");
    world.order("POST", "participants/" + ANA + "/postbacks", "{\"payload\":\"secret\"}");

    List<WebhookReceiver.Item> items = world.settledItems();
    List<WebhookReceiver.Item> last = items.subList(items.size() - 3, items.size());
    assertThat(last).extracting(WebhookReceiver.Item::channel).containsOnly("standby");
    assertThat(last.get(0).json().path("message").path("text").asText()).isEqualTo("The cat sat");
    assertThat(last.get(1).json().path("message").has("quick_reply")).isFalse();
    assertThat(last.get(2).json().path("postback").has("payload")).isFalse();
  }

  @Test
  void aLinkReachesTheDefaultAppWhoeverOwnsTheThread() throws Exception {
    partnerOwns();

    world.order("POST", "participants/" + ANA + "/referrals", "{\"ref\":\"form.OTHER\"}");

    WebhookReceiver.Item item = world.settledItems().getLast();
    assertThat(item.channel()).isEqualTo("messaging");
    assertThat(item.json().path("referral").path("ref").asText()).isEqualTo("form.OTHER");
    assertThat(world.owner()).isEqualTo(PARTNER);
  }

  @Test
  void whoLosesTheThreadIsTold() throws Exception {
    world.anaWrites("Hello");

    world.order("POST", "partner/" + PARTNER + "/takes", "{\"user\":\"" + ANA + "\"}");

    JsonNode take = world.settledItems().getLast().json().path("take_thread_control");
    assertThat(take.path("previous_owner_app_id").asText()).isEqualTo(OUR_APP);
    assertThat(take.path("new_owner_app_id").asText()).isEqualTo(PARTNER);
    assertThat(world.owner()).isEqualTo(PARTNER);
  }

  @Test
  void changesOfControlCanTravelInAnArrayOfTheirOwn() throws Exception {
    world.order("PUT", "routing", "{\"handovers\":\"messaging_handovers\"}");
    partnerOwns();

    partnerReturns();

    assertThat(world.settledItems().getLast().channel()).isEqualTo("messaging_handovers");
  }

  private void partnerOwns() throws Exception {
    world.anaWrites("Hello");
    assertThat(world.pass(PARTNER).status()).isEqualTo(200);
  }

  private void partnerReturns() throws Exception {
    world.graph(
        "pass_thread_control",
        "{\"recipient\":{\"id\":\"%s\"},\"target_app_id\":\"%s\",\"metadata\":\"{\\\"level\\\":6}\"}"
            .formatted(ANA, OUR_APP),
        "app-" + PARTNER);
  }
}
