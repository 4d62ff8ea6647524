package dev.baton.agent.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The check of logs takes what workers make, and finds what broke. */
final class LogCheckTest {
  private static final int SEEDS = 300;

  @Test
  void everyGeneratedSessionAndEachOfItsBeginningsIsTaken() {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<LoggedEvent> log = GeneratedRun.session(seed);
      int cut = new SplittableRandom(seed).nextInt(log.size() + 1);

      assertThat(violations(log)).as("seed " + seed).isEmpty();
      assertThat(violations(log.subList(0, cut))).as("seed %d to %d", seed, cut).isEmpty();
    }
  }

  @Test
  void anEventThatIsMissingIsFound() {
    for (long seed = 0; seed < SEEDS; seed++) {
      for (EventType type :
          List.of(
              EventType.RUN_STARTED,
              EventType.TOOL_RESULT,
              EventType.APPROVAL_RESOLVED,
              EventType.APPROVAL_REQUIRED)) {
        assertRefused(seed, type, List::remove);
      }
    }
  }

  @Test
  void anEventThatComesTwiceIsFound() {
    for (long seed = 0; seed < SEEDS; seed++) {
      for (EventType type : EventType.values()) {
        if (type != EventType.THINKING
            && type != EventType.TOKEN
            && type != EventType.TOOL_CALL_DELTA
            && type != EventType.RETRYING
            && type != EventType.RUN_RESUMED) {
          assertRefused(seed, type, (log, index) -> log.add(index, log.get(index)));
        }
      }
    }
  }

  @Test
  void aCallThatComesAfterItsResultIsFound() {
    for (long seed = 0; seed < SEEDS; seed++) {
      assertRefused(seed, EventType.TOOL_CALL, LogCheckTest::moveToEndOfTurn);
    }
  }

  @Test
  void aGapIsFound() {
    List<LoggedEvent> log = new ArrayList<>(GeneratedRun.of(7));
    log.remove(1);

    assertThat(violations(log)).singleElement().asString().contains("gap");
  }

  @Test
  void aRunThatGoesOnAfterAnotherBeganIsFound() {
    LogMaker log = new LogMaker().run("run_1").run("run_2");

    assertThat(violations(log.log())).singleElement().asString().contains("has no end");
  }

  @Test
  void anEventOfARunThatIsOverIsFound() {
    AgentEvent cancelled = RunEvents.cancelled("owner", Usage.NONE);
    LogMaker log =
        new LogMaker().run("run_1").add(cancelled).run("run_2").add(cancelled).run("run_1");

    assertThat(violations(log.log())).singleElement().asString().contains("was over");
  }

  @Test
  void argumentsThatDifferFromTheirPiecesAreFound() {
    JsonObject args = JsonObject.builder().put("roomId", "lobby").build();
    LogMaker log =
        new LogMaker()
            .run("run_1")
            .add(TurnEvents.turnStarted(1, 1, "m"))
            .add(TurnEvents.toolCallDelta("c", "chat-poll", "{\"roomId\":\"attic\"}", "m", 0))
            .add(TurnEvents.toolCall("c", "chat-poll", args, false, "m", 0));

    assertThat(violations(log.log())).singleElement().asString().contains("streamed");
  }

  @Test
  void aTextOfAnotherEventIsFound() {
    LoggedEvent first = GeneratedRun.of(1).getFirst();
    LoggedEvent forged = new LoggedEvent(5, first.runId(), first.type(), first.text());

    assertThat(violations(List.of(forged))).singleElement().asString().contains("another event");
  }

  private interface Fault {
    void into(List<LoggedEvent> log, int index);
  }

  private static void assertRefused(long seed, EventType type, Fault fault) {
    List<LoggedEvent> log = new ArrayList<>(GeneratedRun.of(seed));
    List<Integer> places = new ArrayList<>();
    for (int index = 0; index < log.size(); index++) {
      if (log.get(index).type() == type) {
        places.add(index);
      }
    }
    if (places.isEmpty()) {
      return;
    }
    fault.into(log, places.get(new SplittableRandom(seed).nextInt(places.size())));

    assertThat(violations(renumbered(log))).as("%s of seed %d", type, seed).isNotEmpty();
  }

  private static void moveToEndOfTurn(List<LoggedEvent> log, int index) {
    int end = index;
    while (end < log.size() - 1 && log.get(end).type() != EventType.TOOL_RESULT) {
      end++;
    }
    Collections.rotate(log.subList(index, end + 1), -1);
  }

  private static List<LoggedEvent> renumbered(List<LoggedEvent> log) {
    List<LoggedEvent> renumbered = new ArrayList<>();
    for (LoggedEvent event : log) {
      long seq = renumbered.size() + 1L;
      String text = event.text().replaceFirst("\"seq\":[0-9]+", "\"seq\":" + seq);
      renumbered.add(new LoggedEvent(seq, event.runId(), event.type(), text));
    }
    return renumbered;
  }

  private static List<String> violations(List<LoggedEvent> log) {
    return LogCheck.violations(log, Bodies::read);
  }
}
