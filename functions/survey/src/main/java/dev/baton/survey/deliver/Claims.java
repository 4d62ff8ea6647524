package dev.baton.survey.deliver;

import dev.baton.shell.time.Pause;
import dev.baton.survey.core.participant.effect.DeliveryStatus.Started;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import dev.baton.survey.store.DynamoClaimStore;
import dev.baton.survey.store.ParticipantKey;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Decides which of several deliveries makes an attempt. Whoever comes second cannot know whether
 * the first is still at it or died. An effect in doubt for the first time is tried again anyway;
 * one that would now be given up or counted as done waits until the first must have heard.
 */
final class Claims {
  private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

  private final DynamoClaimStore store;
  private final InstantSource clock;
  private final Pause pause;

  Claims(DynamoClaimStore store, InstantSource clock, Pause pause) {
    this.store = store;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Whether the caller is the one to make this attempt. If not, this may return only when whoever
   * is has had a minute for it.
   *
   * @throws CutShort when the errand is over before that
   */
  boolean wins(ParticipantKey participant, OutboxEntry head, Started status, Errand errand) {
    if (!head.effect().callsGraph() || store.claim(participant, head.id(), status.attempt())) {
      return true;
    }
    Duration rest = LONGEST_CALL.minusMillis(clock.millis() - status.at());
    if (head.doubts() > 0 && rest.isPositive()) {
      if (!errand.allowsCallAfter(rest)) {
        throw new CutShort("No time left to wait for another's effect " + head.id() + ".");
      }
      pause.forDuration(rest);
    }
    return false;
  }
}
