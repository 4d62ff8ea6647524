package dev.baton.agent.core.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.event.Bodies;
import dev.baton.agent.core.event.EventType;
import dev.baton.agent.core.event.GeneratedRun;
import dev.baton.agent.core.event.LoggedEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever a run does, its frames are such that clients take them. */
final class GeneratedFramesTest {
  private static final int SEEDS = 300;
  private static final Reconnect NOTICE = new Reconnect(Reconnect.Reason.DEADLINE, 300);

  @Test
  void everyRunIsAWholeUiMessageStream() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Framer framer = new AiSdkFramer(Bodies::read);

      List<String> response = FrameText.data(told(framer, GeneratedRun.of(seed)));

      assertThat(AiSdkRules.violations(response, true)).as("seed " + seed).isEmpty();
      assertThat(framer.isOver()).isTrue();
    }
  }

  @Test
  void aUiMessageStreamThatIsClosedAnywhereIsItsBeginning() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Framer framer = new AiSdkFramer(Bodies::read);

      String text = told(framer, beginning(seed)) + framer.close(NOTICE);

      assertThat(AiSdkRules.violations(FrameText.data(text), false)).as("seed " + seed).isEmpty();
    }
  }

  @Test
  void everyRunIsAWholeAgUiRun() {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<LoggedEvent> log = GeneratedRun.of(seed);
      Framer framer = new AgUiFramer(Bodies::read, view(log, Set.of()));

      List<String> response = FrameText.data(told(framer, log) + framer.caughtUp());

      assertThat(AgUiRules.violations(response, true)).as("seed " + seed).isEmpty();
      assertThat(framer.isOver()).isTrue();
    }
  }

  @Test
  void anAgUiRunThatIsClosedAnywhereIsItsBeginning() {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<LoggedEvent> log = beginning(seed);
      Framer framer = new AgUiFramer(Bodies::read, view(log, Set.of()));

      String text = told(framer, log) + framer.close(NOTICE);

      assertThat(AgUiRules.violations(FrameText.data(text), false)).as("seed " + seed).isEmpty();
    }
  }

  @Test
  void everyAnswerToAQuestionGetsAWholeAgUiRunUntilTheNext() {
    int questions = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      List<LoggedEvent> log = GeneratedRun.of(seed);
      Set<String> answered = new HashSet<>();
      for (int from = 0; from < log.size(); questions++) {
        int to = nextQuestion(log, from);
        Framer framer = new AgUiFramer(Bodies::read, view(log, answered));

        String text = told(framer, log.subList(0, to)) + framer.caughtUp();

        assertThat(AgUiRules.violations(FrameText.data(text), true))
            .as("seed %d to %d", seed, to)
            .isEmpty();
        answered = asked(log.subList(from, to));
        from = to;
      }
    }
    assertThat(questions).isGreaterThan(SEEDS + 30);
  }

  /** The place after the questions that stand next behind that place, or the end. */
  private static int nextQuestion(List<LoggedEvent> log, int from) {
    int to = from;
    while (to < log.size() && log.get(to).type() != EventType.APPROVAL_REQUIRED) {
      to++;
    }
    while (to < log.size() && log.get(to).type() == EventType.APPROVAL_REQUIRED) {
      to++;
    }
    return to;
  }

  private static Set<String> asked(List<LoggedEvent> log) {
    Set<String> ids = new HashSet<>();
    for (LoggedEvent event : log) {
      if (event.type() == EventType.APPROVAL_REQUIRED) {
        ids.add(String.valueOf(Bodies.read(event.text()).text("approval_id")));
      }
    }
    return ids;
  }

  private static List<LoggedEvent> beginning(long seed) {
    List<LoggedEvent> log = GeneratedRun.of(seed);
    return new ArrayList<>(
        log.subList(0, new SplittableRandom(seed).nextInt(1, Math.max(2, log.size()))));
  }

  private static AgUiView view(List<LoggedEvent> log, Set<String> answered) {
    LoggedEvent thinking = null;
    for (LoggedEvent event : log.reversed()) {
      thinking = event.type() == EventType.THINKING ? event : thinking;
    }
    return new AgUiView(List.of(), thinking, answered);
  }

  private static String told(Framer framer, List<LoggedEvent> log) {
    StringBuilder text = new StringBuilder(framer.opening());
    log.forEach(event -> text.append(framer.frames(event)));
    return text.toString();
  }
}
