package dev.baton.survey.signal;

import static dev.baton.survey.command.CommandBench.ADA;
import static dev.baton.survey.command.CommandBench.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.command.Answer;
import dev.baton.survey.command.CommandBench;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.import_.SurveyImportHandler;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
class SurveySignalIT {
  private static final String ANA = "4567890123456789";
  private static final String WAIT =
      """
      {"type":"wait","wait":{"type":"external","value":{"type":"payment:done"}}}\
      """;

  private final CommandBench bench;

  SurveySignalIT(DynamoDbClient client) {
    this.bench = new CommandBench(client);
  }

  @BeforeEach
  void aFormThatWaitsForAPayment() {
    JsonObject wait =
        field("pay")
            .put("properties", JsonObject.builder().put("description", WAIT).build())
            .build();
    JsonObject form =
        JsonObject.builder().put("fields", JsonArray.of(wait, field("after").build())).build();
    JsonObject input =
        JsonObject.builder().put("page_id", PAGE).put("shortcode", "PAY").put("form", form).build();
    bench.call(new SurveyImportHandler(bench.wiring()), ADA, input.write()).data();
  }

  @Test
  void theEventThatIsWaitedForEndsTheWait() {
    assertThat(bench.opens(ANA, "form.PAY").state()).isEqualTo(State.WAIT_EXTERNAL_EVENT);

    Answer answer = send("{\"type\":\"payment:done\",\"amount\":5}", null);

    assertThat(answer.data().write())
        .contains("\"accepted\":true,\"duplicate\":false,\"state\":\"QOUT\",\"resumed\":true");
  }

  @Test
  void anotherEventIsStoredAndTheWaitGoesOn() {
    bench.opens(ANA, "form.PAY");

    JsonObject data = send("{\"type\":\"payment:begun\"}", null).data();

    assertThat(data.text("state")).isEqualTo("WAIT_EXTERNAL_EVENT");
    assertThat(data.get("resumed")).isEqualTo(Json.of(false));
  }

  @Test
  void theSameIdCountsOnce() {
    bench.opens(ANA, "form.PAY");
    send("{\"type\":\"other\",\"n\":1}", "id-1");

    JsonObject again = send("{\"type\":\"other\",\"n\":2}", "id-1").data();

    assertThat(again.get("duplicate")).isEqualTo(Json.of(true));
    assertThat(again.get("accepted")).isEqualTo(Json.of(false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":7}",
        "{\"type\":\"\"}",
        "{\"type\":\"handoff_return\"}",
        "{\"type\":\"handover:x\"}"
      })
  void anEventThatCannotBeUsedIsRefused(String event) {
    bench.opens(ANA, "form.PAY");

    Answer answer = send(event, null);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("BAD_EVENT");
  }

  @Test
  void anEventOfTwentyKilobytesIsRefused() {
    bench.opens(ANA, "form.PAY");

    Answer answer = send("{\"type\":\"a\",\"text\":\"" + "x".repeat(20_000) + "\"}", null);

    assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
    assertThat(answer.text()).contains("too_large");
  }

  @Test
  void whoeverNeverWroteIsMissing() {
    assertThat(send("{\"type\":\"a\"}", null).code()).isEqualTo("PARTICIPANT_NOT_FOUND");
  }

  @Test
  void inStartThereIsNoSurvey() {
    bench.opens(ANA, "form.PAY");
    bench.handled(ANA, new Command.Released(new ReleaseAction.Reset(), null));

    Answer answer = send("{\"type\":\"payment:done\"}", null);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("NO_SURVEY");
  }

  @Test
  void aBlockedParticipantTakesNoSignal() {
    bench.opens(ANA, "form.PAY");
    bench.handled(ANA, new Command.Released(new ReleaseAction.Block(), null));

    assertThat(send("{\"type\":\"payment:done\"}", null).code()).isEqualTo("PARTICIPANT_BLOCKED");
  }

  private Answer send(String event, @Nullable String id) {
    String more = id == null ? "" : ",\"id\":\"" + id + "\"";
    return bench.call(
        new SurveySignalHandler(bench.wiring()),
        ADA,
        "{\"page_id\":\""
            + PAGE
            + "\",\"user_id\":\""
            + ANA
            + "\",\"event\":"
            + event
            + more
            + "}");
  }

  private static JsonObject.Builder field(String ref) {
    return JsonObject.builder()
        .put("ref", ref)
        .put("type", "short_text")
        .put("title", "Question " + ref);
  }
}
