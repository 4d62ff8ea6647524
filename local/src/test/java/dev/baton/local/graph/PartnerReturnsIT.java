package dev.baton.local.graph;

import static dev.baton.local.graph.SimulatorWorld.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How partner apps give a thread back, in every form that Meta has used. */
final class PartnerReturnsIT {

  @AutoClose private final SimulatorWorld world;

  PartnerReturnsIT() throws Exception {
    world = new SimulatorWorld();
    world.quiet();
    world.anaWrites("Hello");
    world.settle();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"metadata":"done"}                             | "done"
          {"metadata":""}                                 | ""
          {"metadata":[7,{"k":"v"}]}                      | "[7,{\\"k\\":\\"v\\"}]"
          {"metadata":5}                                  | "5"
          {"metadata":{"a":1},"metadata_as":"object"}     | {"a":1}
          {}                                              | absent
          """)
  void metadataComesInEveryForm(String order, String expected) throws Exception {
    world.behave(order);

    world.pass(PARTNER);

    JsonNode pass = world.lastPass();
    assertThat(pass.has("metadata") ? pass.path("metadata").toString() : "absent")
        .isEqualTo(expected.replace("\\\\", "\\"));
  }

  @Test
  void metadataCanBeHuge() throws Exception {
    world.behave("{\"metadata_size\":20000}");

    world.pass(PARTNER);

    assertThat(world.lastPass().path("metadata").asText()).hasSizeGreaterThan(20_000);
  }

  @ParameterizedTest
  @CsvSource({"number,true,false", "text,false,true", "absent,false,false"})
  void idsComeInEveryForm(String form, boolean number, boolean text) throws Exception {
    world.behave("{\"ids\":\"" + form + "\"}");

    world.pass(PARTNER);

    JsonNode previous = world.lastPass().path("previous_owner_app_id");
    assertThat(previous.isNumber()).isEqualTo(number);
    assertThat(previous.isTextual()).isEqualTo(text);
  }

  @Test
  void itReturnsTwice() throws Exception {
    world.behave("{\"behaviour\":\"return_twice\",\"gap\":\"PT3S\",\"metadata\":\"r\"}");
    world.pass(PARTNER);
    world.settle();
    assertThat(world.passes()).hasSize(1);

    world.advance(Duration.ofSeconds(3));

    assertThat(world.passes()).hasSize(2);
    assertThat(world.passes().get(0)).isEqualTo(world.passes().get(1));
  }

  @Test
  void theWrongAppReturns() throws Exception {
    world.behave("{\"behaviour\":\"return_from_wrong_app\",\"metadata\":{}}");

    world.pass(PARTNER);

    assertThat(world.lastPass().path("previous_owner_app_id").asText()).isEqualTo("666");
  }

  @Test
  void itReturnsBeforeOurCallIsAnswered() throws Exception {
    world.behave("{\"behaviour\":\"return\",\"before_response\":true,\"metadata\":\"quick\"}");

    world.pass(PARTNER);

    // Without settling: it was told while our call was still waiting.
    assertThat(world.webhook.items().getLast().json().has("pass_thread_control")).isTrue();
  }
}
