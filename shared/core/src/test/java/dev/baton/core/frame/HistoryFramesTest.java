package dev.baton.core.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryFramesTest {
  private static final JsonObject PLACE = JsonObject.builder().put("roomId", "general").build();

  @Test
  void aShortHistoryIsOneFrame() {
    ServerFrame.History whole = history(3, 10, true);

    assertThat(HistoryFrames.of(whole)).containsExactly(whole);
  }

  @Test
  void anEmptyHistoryIsOneFrame() {
    ServerFrame.History whole = history(0, 0, false);

    assertThat(HistoryFrames.of(whole)).containsExactly(whole);
  }

  @Test
  void aLongHistoryLosesNothingAndNoFrameIsTooLong() {
    ServerFrame.History whole = history(100, 4_000, false);

    List<ServerFrame.History> frames = HistoryFrames.of(whole);

    assertThat(frames).hasSizeGreaterThan(10);
    assertThat(frames.stream().flatMap(frame -> frame.messages().stream()).toList())
        .isEqualTo(whole.messages());
    assertThat(frames)
        .allMatch(
            frame -> frame.toJson().write().getBytes(UTF_8).length <= HistoryFrames.LONGEST_FRAME);
    assertThat(frames.subList(0, frames.size() - 1))
        .allMatch(ServerFrame.History::hasMore)
        .allMatch(frame -> frame.toJson().write().contains("\"lastMessageId\":\"" + last(frame)));
    assertThat(frames.getLast().hasMore()).isFalse();
    assertThat(frames.getLast().lastMessageId()).isEqualTo("100-x");
  }

  private static String last(ServerFrame.History frame) {
    return frame.messages().getLast() instanceof JsonObject message
        ? String.valueOf(message.text("id"))
        : "";
  }

  private static ServerFrame.History history(int messages, int length, boolean hasMore) {
    List<Json> items =
        IntStream.rangeClosed(1, messages)
            .<Json>mapToObj(number ->
                JsonObject.builder()
                    .put("id", number + "-x")
                    .put("text", "ä".repeat(length / 2))
                    .build())
            .toList();
    return new ServerFrame.History(PLACE, items, hasMore, messages + "-x", messages, null);
  }
}
