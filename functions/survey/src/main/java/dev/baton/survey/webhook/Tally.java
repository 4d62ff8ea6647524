package dev.baton.survey.webhook;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many elements of a delivery met which fate. The four counts add up to the elements received.
 *
 * @param committed elements that changed a participant
 * @param inert elements that changed nothing
 * @param deadLettered elements in the dead-letter queue
 * @param askedAgain elements that Meta is asked for again
 * @param reasons inert elements by reason
 */
record Tally(
    int committed, int inert, int deadLettered, int askedAgain, Map<String, Integer> reasons) {

  static Tally of(List<Fate> fates) {
    int committed = 0;
    int inert = 0;
    int deadLettered = 0;
    int askedAgain = 0;
    Map<String, Integer> reasons = new TreeMap<>();
    for (Fate fate : fates) {
      switch (fate) {
        case Fate.Committed() -> committed++;
        case Fate.Inert(String reason) -> {
          inert++;
          reasons.merge(reason, 1, Integer::sum);
        }
        case Fate.DeadLettered() -> deadLettered++;
        case Fate.AskedAgain() -> askedAgain++;
      }
    }
    return new Tally(committed, inert, deadLettered, askedAgain, Map.copyOf(reasons));
  }

  int received() {
    return committed + inert + deadLettered + askedAgain;
  }
}
