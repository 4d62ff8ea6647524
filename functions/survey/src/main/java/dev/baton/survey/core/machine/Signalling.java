package dev.baton.survey.core.machine;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.handoff.SignalFlattening;
import dev.baton.survey.core.handoff.SignalMerge;
import dev.baton.survey.core.participant.RunningSurvey;
import dev.baton.survey.core.participant.RunningWait;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.event.SurveyEvent;
import dev.baton.survey.core.waiting.WaitEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signals: authenticated events from outside. Source: survey spec §7.6 and §8, {@code
 * survey-signal}.
 */
final class Signalling {
  private static final String KEY = "signal:";

  private Signalling() {}

  static void signalled(Turn turn, JsonObject event, @Nullable String id) {
    RunningSurvey survey = turn.participant().survey();
    if (turn.state() == State.USER_BLOCKED) {
      turn.refuse("PARTICIPANT_BLOCKED", "An operator stopped this participant.");
    } else if (survey == null || turn.state() == State.START) {
      turn.refuse("NO_SURVEY", "This participant is in no survey.");
    } else if (id != null && turn.participant().contact().seen().holds(KEY + id)) {
      turn.inert("duplicate");
    } else {
      store(turn, survey, event);
      if (id != null && turn.outcome() == null) {
        turn.emit(new SurveyEvent.EventSeen(KEY + id));
      }
    }
  }

  private static void store(Turn turn, RunningSurvey survey, JsonObject event) {
    int bytes = event.write().getBytes(StandardCharsets.UTF_8).length;
    boolean fly = turn.form().options().fly();
    switch (SignalFlattening.merge(event, bytes, survey.hidden(), survey.signalNames(), fly)) {
      case SignalMerge.BadEvent(String reason) -> turn.refuse("BAD_EVENT", reason);
      case SignalMerge.Merged(Map<String, Json> hidden, Map<String, List<String>> names) -> {
        turn.emit(new SurveyEvent.HiddenSet(hidden, names));
        moveWait(turn, new WaitEvent.Signalled(event));
      }
    }
  }

  /** A signal counts for a wait from its decision on, whichever clock opened the wait. */
  private static void moveWait(Turn turn, WaitEvent event) {
    RunningWait wait = turn.participant().waiting();
    if (wait == null) {
      return;
    }
    if (Waiting.set(turn, event, Math.max(turn.now(), wait.armed().since()))) {
      Waiting.evaluate(turn, Trigger.SIGNAL);
    } else {
      Waiting.endOverdue(turn);
    }
  }
}
