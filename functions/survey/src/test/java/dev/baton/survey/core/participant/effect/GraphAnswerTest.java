package dev.baton.survey.core.participant.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes of answers of the Graph API, survey spec §3.4. */
class GraphAnswerTest {

  private static GraphFault fault(int status, @Nullable Json body) {
    return Objects.requireNonNull(GraphAnswer.fault(status, body, null));
  }

  private static JsonObject error(@Nullable Json code, @Nullable Json subcode, boolean temporary) {
    return JsonObject.builder()
        .put(
            "error",
            JsonObject.builder()
                .put("message", "no")
                .putIfPresent("code", code)
                .putIfPresent("error_subcode", subcode)
                .put("is_transient", temporary)
                .build())
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "2,,false,NOW",
    "1200,,false,NOW",
    "777,,true,NOW",
    "20,,true,NOW",
    "301,,true,NOW",
    "20180,,true,NOW",
    "3018001,,true,NOW",
    "4,,false,LATER",
    "17,,false,LATER",
    "32,,false,LATER",
    "613,,false,LATER",
    "-1,,false,LATER",
    "551,,true,LATER",
    "2022,,false,LATER",
    "80006,,false,LATER",
    "10,2018300,false,LATER",
    "10,,false,NEVER",
    "10,2018278,false,NEVER",
    "11,2018300,false,NEVER",
    "100,,true,NEVER",
    "190,,true,NEVER",
    "200,,true,NEVER",
    "299,,true,NEVER",
    "368,,true,NEVER",
    "2018001,,true,NEVER",
    "1,,false,NEVER",
    "777,,false,NEVER",
    "10,,true,NEVER",
  })
  void everyCodeHasItsClassWhateverTheStatus(
      String code, @Nullable String subcode, boolean temporary, FaultClass expected) {
    Json number = new dev.baton.core.json.JsonNumber(code);
    Json more = subcode == null ? null : Json.of(subcode);

    for (int status : new int[] {200, 400, 503}) {
      assertThat(fault(status, error(number, more, temporary)))
          .isEqualTo(new GraphFault(expected, code, subcode, "no", null));
      assertThat(fault(status, error(Json.of(" " + code + " "), more, temporary)).faultClass())
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "408,NOW",
    "429,NOW",
    "499,NEVER",
    "500,NOW",
    "502,NOW",
    "599,NOW",
    "400,NEVER",
    "404,NEVER"
  })
  void theStatusDecidesWhereThereIsNoCode(int status, FaultClass expected) {
    GraphFault fault = fault(status, null);

    assertThat(fault).isEqualTo(new GraphFault(expected, "0", null, "HTTP " + status, null));
    assertThat(fault(status, JsonObject.EMPTY)).isEqualTo(fault);
    assertThat(fault(status, error(Json.of(" "), null, false)).faultClass()).isEqualTo(expected);
  }

  @Test
  void anErrorWithoutCodeIsFinalAndHasTheCodeZero() {
    JsonObject oops = JsonObject.builder().put("error", "oops").build();

    assertThat(fault(200, oops))
        .isEqualTo(new GraphFault(FaultClass.NEVER, "0", null, "HTTP 200", null));
    assertThat(fault(200, error(null, null, true)).faultClass()).isEqualTo(FaultClass.NOW);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 299})
  void anObjectWithoutErrorIsSuccess(int status) {
    assertThat(GraphAnswer.fault(status, JsonObject.EMPTY, null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {199, 300})
  void withAnotherStatusItIsNone(int status) {
    assertThat(fault(status, JsonObject.EMPTY).faultClass()).isEqualTo(FaultClass.NEVER);
  }

  @Test
  void whatIsNoObjectIsNoSuccess() {
    assertThat(fault(200, JsonArray.EMPTY).faultClass()).isEqualTo(FaultClass.NEVER);
  }

  @Test
  void theWaitThatWasAskedForIsKept() {
    assertThat(Objects.requireNonNull(GraphAnswer.fault(429, null, 7_000L)).retryAfterMillis())
        .isEqualTo(7_000);
  }
}
