package dev.baton.agent.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.event.AgentEvent;
import dev.baton.agent.core.event.EventType;
import dev.baton.agent.core.event.TurnEvents;
import dev.baton.agent.core.event.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class CoalescerTest {
  private final Coalescer coalescer = new Coalescer(40, 512);

  @Test
  void firstPieceOfABlockGoesAtOnceAndTheRestWaits() {
    assertThat(coalescer.offer(token("a", 0), 0)).containsExactly(token("a", 0));
    assertThat(coalescer.offer(token("b", 0), 1)).isEmpty();
    assertThat(coalescer.offer(token("c", 0), 2)).isEmpty();
    assertThat(coalescer.waitMs(11)).isEqualTo(30);
    assertThat(coalescer.due(40)).isEmpty();
    assertThat(coalescer.due(41)).containsExactly(token("bc", 0));
    assertThat(coalescer.waitMs(41)).isNull();
  }

  @Test
  void muchTextDoesNotWait() {
    coalescer.offer(token("a", 0), 0);

    assertThat(coalescer.offer(token("é".repeat(256), 0), 1)).hasSize(1);
  }

  @Test
  void anyOtherEventTakesWhatWaitsAlong() {
    AgentEvent end = TurnEvents.turnFinished(1, "msg", "end_turn", Usage.NONE);
    coalescer.offer(token("a", 0), 0);
    coalescer.offer(token("b", 0), 1);

    assertThat(coalescer.offer(end, 2)).containsExactly(token("b", 0), end);
  }

  @Test
  void nextBlockTakesWhatWaitsAlong() {
    coalescer.offer(token("a", 0), 0);
    coalescer.offer(token("b", 0), 1);

    assertThat(coalescer.offer(token("c", 1), 2)).containsExactly(token("b", 0), token("c", 1));
  }

  @RepeatedTest(50)
  void nothingIsLostDoubledOrMixed(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    StringBuilder in = new StringBuilder();
    List<AgentEvent> out = new ArrayList<>();
    long now = 0;
    for (int step = 0; step < 200; step++) {
      int index = step / 20;
      String text = "x" + random.nextInt(1_000);
      in.append(text);
      out.addAll(coalescer.offer(token(text, index), now));
      now += random.nextInt(30);
      out.addAll(coalescer.due(now));
    }
    out.addAll(coalescer.flush());

    StringBuilder told = new StringBuilder();
    out.forEach(event -> told.append(event.payload().text("text")));
    assertThat(told.toString()).isEqualTo(in.toString());
    assertThat(out).allMatch(event -> event.type() == EventType.TOKEN);
  }

  private static AgentEvent token(String text, int index) {
    return TurnEvents.token(text, "msg", index);
  }
}
