package dev.baton.agent.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.tool.ToolResults;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrimmingTest {
  private static final long WINDOW = 10_000;

  /** A prompt and so many turns, each with a call and a result of a thousand tokens. */
  private static List<Message> turns(int count) {
    List<Message> messages = new ArrayList<>(List.of(Message.said(1, "Read.", "run_1")));
    for (int turn = 1; turn <= count; turn++) {
      String call = "c" + turn;
      JsonObject use =
          JsonObject.builder()
              .put("type", "tool_use")
              .put("id", call)
              .put("name", "toy-read")
              .put("input", JsonObject.EMPTY)
              .build();
      messages.add(new Message(2L * turn, Message.ASSISTANT, JsonArray.of(use), "run_1"));
      JsonObject result = ToolResults.block(call, "x".repeat(4_000), false);
      messages.add(new Message(2L * turn + 1, Message.USER, JsonArray.of(result), "run_1"));
    }
    return messages;
  }

  private static List<Long> removed(Trimming trimming) {
    return trimming.messages().stream()
        .filter(message -> message.content().write().contains("[removed, 4000 bytes]"))
        .map(Message::number)
        .toList();
  }

  @Test
  void whatFitsIsSentAsItIs() {
    Trimming trimming = Trimming.of(turns(5), 0, 6_900, WINDOW);

    assertThat(trimming).isEqualTo(new Trimming(turns(5), 0, true));
  }

  @Test
  void oldestResultsGoFirstAndOnlyAsManyAsHaveTo() {
    Trimming trimming = Trimming.of(turns(5), 0, 8_000, WINDOW);

    assertThat(removed(trimming)).containsExactly(3L, 5L);
    assertThat(trimming.last()).isEqualTo(5);
    assertThat(trimming.fits()).isTrue();
  }

  @Test
  void whatWasRemovedStaysRemovedThoughTheLastTurnWasShort() {
    Trimming trimming = Trimming.of(turns(6), 5, 6_000, WINDOW);

    assertThat(removed(trimming)).containsExactly(3L, 5L);
    assertThat(trimming.last()).isEqualTo(5);
  }

  @Test
  void promptAndLastTwoTurnsAreUntouchedHoweverLittleFits() {
    Trimming trimming = Trimming.of(turns(5), 0, 20_000, WINDOW);

    assertThat(removed(trimming)).containsExactly(3L, 5L, 7L);
    assertThat(trimming.fits()).isFalse();
  }

  @Test
  void resultsThatNobodyHasCountedYetCount() {
    assertThat(Trimming.of(turns(2), 0, 8_400, WINDOW).fits()).isTrue();
    assertThat(Trimming.of(turns(2), 0, 8_600, WINDOW).fits()).isFalse();
  }

  @Test
  void nothingIsKnownOfAnUnknownWindow() {
    assertThat(Trimming.of(turns(5), 0, 1_000_000, 0)).isEqualTo(new Trimming(turns(5), 0, true));
  }
}
