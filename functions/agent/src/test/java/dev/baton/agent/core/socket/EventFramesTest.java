package dev.baton.agent.core.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.event.TurnEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class EventFramesTest {
  private static final String HEAD = "{\"type\":\"events\",\"session_id\":\"ses_1\",\"events\":[";

  @Test
  void eventsStandInAFrameAsTheyStandInTheLog() {
    LoggedEvent first = token(1, "a\"\u2028b");
    LoggedEvent second = token(2, "é");

    List<String> frames = EventFrames.of("ses_1", List.of(first, second));

    assertThat(frames).containsExactly(HEAD + first.text() + "," + second.text() + "]}");
    assertThat(frames.getFirst()).doesNotContain("\u2028").contains("\\u2028");
  }

  @Test
  void nothingMakesNoFrame() {
    assertThat(EventFrames.of("ses_1", List.of())).isEmpty();
  }

  @Test
  void anEventThatIsTooLongForOthersHasAFrameOfItsOwn() {
    LoggedEvent small = token(1, "a");
    LoggedEvent large = token(2, "x".repeat(40_000));
    LoggedEvent last = token(3, "b");

    assertThat(EventFrames.of("ses_1", List.of(small, large, last)))
        .containsExactly(
            HEAD + small.text() + "]}", HEAD + large.text() + "]}", HEAD + last.text() + "]}");
  }

  @Test
  void framesOfAnyEventsHoldThemAllInOrderWithinTheirSize() {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    List<LoggedEvent> events = new ArrayList<>();
    for (int seq = 1; seq <= 400; seq++) {
      events.add(token(seq, "é".repeat(1 + random.nextInt(1_500))));
    }

    List<String> frames = EventFrames.of("ses_1", events);

    assertThat(frames)
        .as("seed %d", seed)
        .allSatisfy(frame ->
            assertThat(frame.getBytes(UTF_8).length).isLessThanOrEqualTo(EventFrames.USUAL + 2));
    String all =
        frames.stream()
            .map(frame -> frame.substring(HEAD.length(), frame.length() - 2))
            .collect(Collectors.joining(","));
    assertThat(all)
        .as("seed %d", seed)
        .isEqualTo(events.stream().map(LoggedEvent::text).collect(Collectors.joining(",")));
  }

  private static LoggedEvent token(long seq, String text) {
    return LoggedEvent.of(TurnEvents.token(text, "msg_1", 0), seq, "run_1", 1_000);
  }
}
