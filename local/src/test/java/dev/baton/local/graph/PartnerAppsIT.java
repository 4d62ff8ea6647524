package dev.baton.local.graph;

import static dev.baton.local.graph.SimulatorWorld.ANA;
import static dev.baton.local.graph.SimulatorWorld.OUR_APP;
import static dev.baton.local.graph.SimulatorWorld.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.graph.WebhookReceiver.Item;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What partner apps do with a thread that they are given. */
final class PartnerAppsIT {

  @AutoClose private final SimulatorWorld world;

  PartnerAppsIT() throws Exception {
    world = new SimulatorWorld();
    world.quiet();
    world.anaWrites("Hello");
    world.settle();
  }

  @Test
  void aPartnerWithoutOrdersKeepsTheThread() throws Exception {
    world.pass(PARTNER);

    world.advance(Duration.ofHours(1));

    assertThat(world.owner()).isEqualTo(PARTNER);
    assertThat(world.passes()).isEmpty();
  }

  @Test
  void itReturnsAfterADelayWithItsResults() throws Exception {
    world.behave(
        "{\"behaviour\":\"return\",\"after\":\"PT10M\",\"metadata\":{\"reading_level\":6}}");
    world.pass(PARTNER);
    world.advance(Duration.ofMinutes(9));
    assertThat(world.passes()).isEmpty();

    world.advance(Duration.ofMinutes(1));

    assertThat(world.passes()).hasSize(1);
    JsonNode pass = world.passes().getFirst();
    assertThat(pass.path("previous_owner_app_id").isNumber()).isTrue();
    assertThat(pass.path("previous_owner_app_id").asText()).isEqualTo(PARTNER);
    assertThat(pass.path("new_owner_app_id").asText()).isEqualTo(OUR_APP);
    assertThat(pass.path("metadata").asText()).isEqualTo("{\"reading_level\":6}");
    assertThat(world.owner()).isEqualTo(OUR_APP);
  }

  @ParameterizedTest
  @CsvSource({"idle", "release"})
  void itGoesIdle(String behaviour) throws Exception {
    world.behave("{\"behaviour\":\"" + behaviour + "\",\"after\":\"PT1M\"}");
    world.pass(PARTNER);

    world.advance(Duration.ofMinutes(1));

    assertThat(world.lastPass().path("previous_owner_app_id").isNull()).isTrue();
    assertThat(world.owner()).isEqualTo(OUR_APP);
  }

  @Test
  void itTalksWithThePersonMeanwhile() throws Exception {
    world.behave(
        "{\"behaviour\":\"never\",\"says\":[\"Read this\"],\"participant_writes\":[\"The cat\"]}");
    world.order("PUT", "echoes", "{}");

    world.pass(PARTNER);

    List<Item> items = world.settledItems();
    List<Item> standby = items.stream().filter(item -> item.channel().equals("standby")).toList();
    assertThat(standby).hasSize(2);
    assertThat(standby)
        .anySatisfy(item ->
            assertThat(item.json().path("message").path("app_id").asText()).isEqualTo(PARTNER))
        .anySatisfy(item ->
            assertThat(item.json().path("message").path("text").asText()).isEqualTo("The cat"));
  }

  @Test
  void aReturnAfterWeTookControlIsRefusedByMessenger() throws Exception {
    world.behave("{\"behaviour\":\"return\",\"after\":\"PT30M\"}");
    world.pass(PARTNER);
    world.graph("take_thread_control", "{\"recipient\":{\"id\":\"" + ANA + "\"}}");

    world.advance(Duration.ofMinutes(30));

    assertThat(world.passes()).isEmpty();
  }

  @Test
  void aReturnThatRacedOurTakeCanBeForced() throws Exception {
    world.behave("{\"behaviour\":\"return\",\"after\":\"PT30M\",\"force\":true}");
    world.pass(PARTNER);
    world.graph("take_thread_control", "{\"recipient\":{\"id\":\"" + ANA + "\"}}");

    world.advance(Duration.ofMinutes(30));

    assertThat(world.passes()).hasSize(1);
  }

  @Test
  void itHandsOnToAThirdAppThatReturns() throws Exception {
    world.behave("{\"behaviour\":\"return\",\"to\":\"777\"}");
    world.order("PUT", "partner/777", "{\"behaviour\":\"return\",\"metadata\":\"from 777\"}");

    world.pass(PARTNER);

    assertThat(world.lastPass().path("previous_owner_app_id").asText()).isEqualTo("777");
  }

  @Test
  void behaviourCanDependOnChanceAndOnThePerson() throws Exception {
    world.behave(
        "{\"behaviour\":\"never\",\"probability\":0,"
            + "\"otherwise\":{\"behaviour\":\"return\",\"metadata\":\"otherwise\"}}");
    world.pass(PARTNER);
    assertThat(world.lastPass().path("metadata").asText()).isEqualTo("otherwise");

    world.behave("{\"behaviour\":\"never\",\"user\":\"" + ANA + "\"}");
    world.pass(PARTNER);

    world.settle();
    assertThat(world.owner()).isEqualTo(PARTNER);
  }

  @Test
  void aPersonCanPlayThePartner() throws Exception {
    world.pass(PARTNER);
    String user = "{\"user\":\"" + ANA + "\",";

    world.order("POST", "partner/" + PARTNER + "/messages", user + "\"text\":\"Hi\"}");
    world.order("POST", "partner/" + PARTNER + "/returns", user + "\"metadata\":{\"ok\":true}}");

    assertThat(world.lastPass().path("metadata").asText()).isEqualTo("{\"ok\":true}");
    assertThat(
            world
                .control("POST", "partner/" + PARTNER + "/returns", "{\"user\":\"" + ANA + "\"}")
                .refusal())
        .isEqualTo("REFUSED_BY_MESSENGER");
  }
}
