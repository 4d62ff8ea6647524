package dev.baton.core.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandResultTest {
  private static final ResultMetadata METADATA =
      new ResultMetadata(4, "1.0.0", "t-10", 1_768_471_201_000L);

  @Test
  void aRefusalIsWrittenAsTheSpecificationShowsIt() {
    Refused refusal =
        Refused.because(
            new ErrorCode("ROOM_NOT_FOUND", 404, false),
            "There is no room 'lobby2'.",
            "Check the room id; chat-connect or chat-send creates an open room on first use.");

    assertThat(refusal.status()).isEqualTo(404);
    assertThat(refusal.toJson(METADATA).write())
        .isEqualTo(
            "{\"success\":false,\"error\":{\"code\":\"ROOM_NOT_FOUND\",\"message\":\"There is no room 'lobby2'.\","
                + "\"suggestion\":\"Check the room id; chat-connect or chat-send creates an open room on first use.\","
                + "\"retryable\":false},\"metadata\":{\"executionTimeMs\":4,\"commandVersion\":\"1.0.0\","
                + "\"traceId\":\"t-10\",\"timestamp\":\"2026-01-15T10:00:01.000Z\"}}");
  }

  @Test
  void aSuccessCarriesWarningsAndSuggestionsOnlyWhenThereAreSome() {
    JsonObject data = JsonObject.builder().put("a", 1).build();

    assertThat(Succeeded.with(data, "Done.").toJson(METADATA).write())
        .startsWith(
            "{\"success\":true,\"data\":{\"a\":1},\"confidence\":1.0,\"reasoning\":\"Done.\",\"metadata\":{");
    assertThat(
            new Succeeded(
                    data,
                    "Done.",
                    List.of(new Warning("OLD", "It is old.", Warning.Severity.CAUTION)),
                    List.of("Take a new one."))
                .toJson(METADATA)
                .write())
        .contains(
            "\"warnings\":[{\"code\":\"OLD\",\"message\":\"It is old.\",\"severity\":\"caution\"}],"
                + "\"suggestions\":[\"Take a new one.\"],\"metadata\":");
  }

  @Test
  void beforeACommandIsReachedThereIsNoVersion() {
    assertThat(new ResultMetadata(0, null, "t", 0).toJson().has("commandVersion")).isFalse();
  }
}
