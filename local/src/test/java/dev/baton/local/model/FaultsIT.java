package dev.baton.local.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.SseException;
import com.anthropic.models.messages.StopReason;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault of a stream, as the official SDK meets it. */
final class FaultsIT {
  private static final String TEXT = "{\"type\": \"text\", \"text\": \"Hello there, room\"}";
  private static final String CALL =
      "{\"type\": \"tool_use\", \"name\": \"chat-poll\", \"input\": {\"roomId\": \"lobby\"}}";

  private final ModelWorld world = new ModelWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @CsvSource({"overloaded_error, 1", "api_error, 3", "rate_limit_error, 0"})
  void anErrorEventEndsTheStreamWithStatus200(String type, int after) {
    Heard heard =
        play(TEXT, "{\"error_event\": {\"type\": \"%s\", \"after\": %d}}".formatted(type, after));

    assertThat(heard.events()).hasSize(after);
    assertThat(heard.broken())
        .isInstanceOfSatisfying(
            SseException.class,
            error -> {
              assertThat(error.statusCode()).isEqualTo(200);
              assertThat(error.body().toString()).contains(type);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5})
  void aCutAfterFramesShowsSoManyAndBreaks(int frames) {
    Heard heard = play(TEXT, "{\"cut\": {\"after_frames\": %d}}".formatted(frames));

    assertThat(heard.events()).hasSize(frames);
    assertThat(heard.broken()).isInstanceOf(AnthropicIoException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 50, 100, 333, 500})
  void aCutAfterBytesBreaksWithinAFrame(int bytes) {
    Heard heard = play(TEXT, "{\"cut\": {\"after_bytes\": %d}}".formatted(bytes));

    assertThat(heard.broken()).isInstanceOf(AnthropicIoException.class);
    assertThat(world.requests(1, 1).getFirst().path("bytes").asInt()).isEqualTo(bytes);
  }

  @Test
  void withoutMessageStopTheStreamEndsCleanlyButTheMessageIsNotWhole() {
    Heard heard = play(TEXT, "{\"no_message_stop\": true}");

    assertThat(heard.names()).endsWith("message_delta").doesNotContain("message_stop");
    assertThat(heard.broken()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void pingsUnknownEventsAndUnknownDeltasAreNoTrouble() {
    Heard pings = play(TEXT, "{\"ping\": {\"every\": 1}}");
    Heard event = play(TEXT, "{\"unknown_event\": true}");
    Heard delta = play(TEXT, "{\"unknown_delta\": true}");

    assertThat(List.of(pings, event)).extracting(Heard::text).containsOnly("Hello there, room");
    assertThat(String.join("", delta.textDeltas())).isEqualTo("Hello there, room");
    assertThat(raw("{\"ping\": {\"every\": 2}}"))
        .contains("event: ping\ndata: {\"type\":\"ping\"}");
    assertThat(raw("{\"unknown_event\": true}")).contains("event: future_event\n");
    assertThat(raw("{\"unknown_delta\": true}")).contains("\"type\":\"future_delta\"");
  }

  @Test
  void badJsonLacksTheEndOfTheArguments() {
    Heard heard = play(CALL, "{\"bad_json\": true}");

    assertThat(String.join("", heard.inputDeltas())).isEqualTo("{\"roomId\":\"lobby\"");
  }

  @Test
  void aCallWithoutAnyDeltaBreaksTheSdksAccumulator() {
    Heard heard = play(CALL, "{\"no_input_delta\": true}");

    assertThat(heard.names())
        .containsExactly(
            "message_start",
            "content_block_start",
            "content_block_stop",
            "message_delta",
            "message_stop");
    assertThat(heard.broken()).isNotInstanceOf(AnthropicIoException.class);
  }

  @Test
  void maxTokensInAToolEndsAmidItsArguments() {
    Heard heard = play(CALL + "," + CALL, "{\"max_tokens_in_tool\": true}");

    String arguments = String.join("", heard.inputDeltas());
    assertThat(arguments).isNotEmpty();
    assertThat("{\"roomId\":\"lobby\"}").startsWith(arguments).isNotEqualTo(arguments);
    assertThat(stopReasons(heard)).containsExactly(StopReason.MAX_TOKENS);
    assertThat(heard.names()).containsOnlyOnce("content_block_start").endsWith("message_stop");
  }

  @Test
  void aDuplicateIndexRepeatsTheOneBefore() {
    Heard two = play(TEXT + "," + TEXT, "{\"duplicate_index\": true}");
    Heard one = play(TEXT, "{\"duplicate_index\": true}");

    assertThat(startIndexes(two)).containsExactly(0L, 0L);
    assertThat(startIndexes(one)).containsExactly(0L, 0L);
  }

  @Test
  void usageMayComeTwiceAndIsCumulative() {
    Heard heard =
        scripted(
            "{\"blocks\": [%s], \"usage\": {\"input_tokens\": 1, \"output_tokens\": 40}, \"faults\": {\"two_message_deltas\": true}}"
                .formatted(TEXT));

    assertThat(heard.events().stream().flatMap(event -> event.messageDelta().stream()))
        .extracting(event -> event.usage().outputTokens())
        .containsExactly(20L, 40L);
    assertThat(heard.whole().usage().outputTokens()).isEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"before_headers", "before_first_delta", "mid_text", "mid_arguments"})
  void aStallIsOnlyAPause(String where) {
    long begin = System.nanoTime();

    Heard heard =
        play(
            TEXT + "," + CALL,
            "{\"stall\": {\"where\": \"%s\", \"ms\": 300, \"ping_ms\": 100}}".formatted(where));

    assertThat(heard.text()).isEqualTo("Hello there, room");
    assertThat(System.nanoTime() - begin).isGreaterThan(290_000_000);
  }

  @Test
  void withoutAStreamTheFaultsThatMakeSenseHappenToo() {
    world.script(
        reply(TEXT, "{\"error_event\": {\"type\": \"overloaded_error\"}}"),
        reply(CALL, "{\"max_tokens_in_tool\": true}"));
    String body = ModelWorld.says("Hello");

    assertThat(world.post(body).status()).isEqualTo(529);
    assertThat(world.post(body).json().path("stop_reason").asText()).isEqualTo("max_tokens");
  }

  private Heard play(String blocks, String faults) {
    return scripted(reply(blocks, faults));
  }

  private Heard scripted(String reply) {
    world.script(reply);
    return world.stream(ModelWorld.says("Hi"));
  }

  private String raw(String faults) {
    world.script(reply(TEXT, faults));
    return world.post(ModelWorld.says("Hi", "\"stream\": true")).body();
  }

  private static String reply(String blocks, String faults) {
    return "{\"blocks\": [" + blocks + "], \"faults\": " + faults + "}";
  }

  private static List<StopReason> stopReasons(Heard heard) {
    return heard.events().stream()
        .flatMap(event -> event.messageDelta().stream())
        .flatMap(event -> event.delta().stopReason().stream())
        .toList();
  }

  private static List<Long> startIndexes(Heard heard) {
    return heard.events().stream()
        .flatMap(event -> event.contentBlockStart().stream())
        .map(start -> start.index())
        .toList();
  }
}
