package dev.baton.survey.store;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Claims of attempts to perform an effect: of all deliveries that want to make an attempt, one gets
 * it. A claim is never given back; it goes a day later by its time to live.
 */
public final class DynamoClaimStore {
  private static final Duration KEPT = Duration.ofDays(1);

  private final SurveysTable table;
  private final InstantSource clock;

  /** A store. */
  public DynamoClaimStore(SurveysTable table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /** Whether the caller is the one to make this attempt. */
  public boolean claim(ParticipantKey participant, String effectId, int attempt) {
    long expires = clock.instant().plus(KEPT).getEpochSecond();
    return table.putIfAbsent(
        ItemWriter.of(SurveyKeys.participant(participant), SurveyKeys.claim(effectId, attempt))
            .put(Columns.TTL, expires));
  }
}
