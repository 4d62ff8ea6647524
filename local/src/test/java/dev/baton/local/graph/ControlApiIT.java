package dev.baton.local.graph;

import static dev.baton.local.graph.SimulatorWorld.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.graph.SimulatorWorld.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The control interface itself: what it refuses, what it remembers, how it begins anew. */
final class ControlApiIT {

  @AutoClose private final SimulatorWorld world;

  ControlApiIT() throws Exception {
    world = new SimulatorWorld();
  }

  @ParameterizedTest(name = "{0} {1} {2} is {3} {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST   | participants/1/messages | {                        | 400 | BAD_JSON
          POST   | participants/1/messages | []                       | 400 | BAD_JSON
          POST   | participants/1/messages | {}                       | 400 | MISSING_FIELD
          POST   | participants/1/messages | {"text":{}}              | 400 | BAD_FIELD
          POST   | participants/1/messages | {"text":"a","txet":"b"}  | 400 | UNKNOWN_FIELD
          POST   | participants/1/messages | {"text":"a","timestamp":"now"} | 400 | BAD_FIELD
          POST   | participants/1/songs    | {}                       | 404 | UNKNOWN_PATH
          DELETE | participants/1/messages | {}                       | 405 | WRONG_METHOD
          GET    | participants/1          | {}                       | 404 | UNKNOWN_PARTICIPANT
          GET    | participants/1/transcript?at_least=x | {}          | 404 | UNKNOWN_PARTICIPANT
          GET    | settled?wait=soon       | {}                       | 400 | BAD_FIELD
          PUT    | partner/9               | {"behaviour":"sulk"}     | 400 | BAD_FIELD
          PUT    | partner/9               | {"after":"2 seconds"}    | 400 | BAD_FIELD
          PUT    | partner/9               | {"after":"-PT2S"}        | 400 | BAD_FIELD
          PUT    | partner/9               | {"ids":"roman"}          | 400 | BAD_FIELD
          PUT    | partner/9               | {"otherwise":{"x":1}}    | 400 | UNKNOWN_FIELD
          POST   | partner/9/returns       | {}                       | 400 | MISSING_FIELD
          POST   | partner/9/returns       | {"user":"nobody"}        | 404 | UNKNOWN_PARTICIPANT
          POST   | faults                  | {"endpoint":"mesages"}   | 400 | BAD_FIELD
          POST   | faults                  | {"effect":"explode"}     | 400 | BAD_FIELD
          POST   | faults                  | {"probability":2}        | 400 | BAD_FIELD
          POST   | faults                  | {"nth":0}                | 400 | BAD_FIELD
          POST   | faults                  | {"performed":"yes"}      | 400 | BAD_FIELD
          DELETE | faults/none             | {}                       | 404 | UNKNOWN_FAULT
          PUT    | echoes                  | {"drop":-1}              | 400 | BAD_FIELD
          PUT    | routing                 | {"handovers":"pigeon"}   | 400 | BAD_FIELD
          PUT    | webhooks                | {"url":"nowhere"}        | 400 | BAD_FIELD
          POST   | webhooks                | {"body_base64":"%%"}     | 400 | BAD_FIELD
          POST   | webhooks/app-roles      | {}                       | 400 | BAD_FIELD
          PUT    | script                  | {"when":"never"}         | 400 | BAD_FIELD
          PUT    | script                  | {"replies":[{}]}         | 400 | MISSING_FIELD
          """)
  void whatIsNotUnderstoodIsRefusedWithACodeAndAdvice(
      String method, String path, String body, int status, String code) throws Exception {
    Answer answer = world.control(method, path, body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.refusal()).isEqualTo(code);
    assertThat(answer.body().at("/error/message").asText()).isNotEmpty();
    assertThat(answer.body().at("/error/suggestion").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PT1M30S,90000", "90s,90000", "250ms,250", "2m,120000", "1h,3600000", "1d,86400000"})
  void durationsAreReadLongAndShort(String written, long millis) throws Exception {
    JsonNode shown = world.order("PUT", "webhooks", "{\"timeout\":\"" + written + "\"}");

    assertThat(Duration.parse(shown.path("timeout").asText())).hasMillis(millis);
  }

  @Test
  void itListsItsOrders() throws Exception {
    JsonNode orders = world.order("GET", "", "").path("orders");

    assertThat(orders.size()).isGreaterThan(30);
    assertThat(orders.toString()).contains("POST /simulator/participants/{user}/messages");
  }

  @Test
  void everyGraphCallIsRememberedAsItWasReceivedWithoutItsToken() throws Exception {
    world.say("to Ana");
    world.graph("messages", SimulatorWorld.textBody("to Ben").replace(ANA, "42"));
    world.pass("a friend");

    JsonNode calls = world.order("GET", "calls?user=" + ANA, "");

    assertThat(calls.at("/counts/messages").asInt()).isEqualTo(2);
    assertThat(calls.path("calls")).hasSize(2);
    JsonNode first = calls.path("calls").path(0);
    assertThat(first.path("path").asText()).isEqualTo("/v25.0/me/messages");
    assertThat(first.at("/body/message/text").asText()).isEqualTo("to Ana");
    assertThat(first.at("/answer/recipient_id").asText()).isEqualTo(ANA);
    assertThat(calls.toString()).doesNotContain(SimulatorWorld.TOKEN);
    assertThat(world.order("GET", "calls?endpoint=pass_thread_control", "").path("calls"))
        .hasSize(1);
    assertThat(world.order("GET", "calls?limit=1", "").path("calls")).hasSize(1);
  }

  @Test
  void aResetForgetsEverythingThatWasUnderWay() throws Exception {
    world.webhook.answerNext(500);
    world.anaWrites("Hello");
    world.anaWritesUnheard("Are you there?");
    world.order("POST", "faults", "{\"code\":613}");
    world.order("PUT", "script", "{\"answer_questions\":true}");
    world.order("PUT", "routing", "{\"default_app\":\"1\"}");

    world.order("POST", "reset", "{}");

    assertThat(world.order("GET", "settled", "").path("settled").asBoolean()).isTrue();
    world.advance(Duration.ofMinutes(1));
    assertThat(world.webhook.posts()).hasSize(1);
    assertThat(world.order("GET", "participants", "").path("total").asInt()).isZero();
    assertThat(world.order("GET", "faults", "").path("faults")).isEmpty();
    assertThat(world.order("GET", "routing", "").path("default_app").asText())
        .isEqualTo(SimulatorWorld.OUR_APP);
    assertThat(world.say("x").status()).isEqualTo(200);
  }
}
