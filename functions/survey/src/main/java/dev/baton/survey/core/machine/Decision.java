package dev.baton.survey.core.machine;

import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.event.SurveyEvent;
import dev.baton.survey.core.participant.row.Rows;
import java.util.List;
import java.util.Map;

/**
 * What a command does to a participant.
 *
 * @param next the participant afterwards, with the next version if there is something to write
 * @param events what happened, in order
 * @param outcome what it came to
 * @param rows rows to write in the same transaction
 * @param wake whether a delivery has to be started, because none is under way
 * @param body the JSON text of {@code next}; empty when there is nothing to write
 * @param metrics counts by metric name, such as {@code interpolation_missing}
 */
public record Decision(
    Participant next,
    List<SurveyEvent> events,
    Outcome outcome,
    Rows rows,
    boolean wake,
    String body,
    Map<String, Integer> metrics) {

  /** Keeps copies. */
  public Decision {
    events = List.copyOf(events);
    metrics = Map.copyOf(metrics);
  }

  /** The decision for a message whose answer is stored already. */
  public Decision withoutAnswers() {
    return new Decision(next, events, outcome, rows.withoutAnswers(), wake, body, metrics);
  }

  /** Whether the participant item has to be written. */
  public boolean writes() {
    return !body.isEmpty();
  }

  /** Whether a wait ended in it. */
  public boolean resumed() {
    return events.stream().anyMatch(SurveyEvent.WaitEnded.class::isInstance);
  }
}
