package dev.baton.agent.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The phases take exactly the words of the expression in the specification, and their beginnings.
 */
final class RunPhaseTest {
  private static final Pattern RUN =
      Pattern.compile(
          "S(K|G|B[HTDC]*W|B[HTDC]*[AVRG]*F)*(B[HTDC]*[AVRG]*Fd|(B[HTDC]*[AVRG]*)?[xc])");
  private static final int LONGEST = 7;

  private int seen;

  @Test
  void everyShortWordIsTakenIfAndOnlyIfItBeginsARun() {
    check("", RunPhase.NEW);

    assertThat(seen).isGreaterThan(50_000);
  }

  private void check(String word, RunPhase phase) {
    for (EventType type : EventType.values()) {
      String longer = word + type.letter();
      RunPhase next = phase.after(type);
      seen++;

      Matcher run = RUN.matcher(longer);
      boolean whole = run.matches();
      assertThat(next != null).as(longer).isEqualTo(whole || run.hitEnd());
      assertThat(next == RunPhase.OVER).as(longer + " is whole").isEqualTo(whole);

      if (next != null && longer.length() < LONGEST) {
        check(longer, next);
      }
    }
  }
}
