package dev.baton.local.graph.partner;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a partner app does each time it gets a thread.
 *
 * @param says what it writes to the person at once
 * @param hears what the person writes meanwhile
 * @param after how long it keeps the thread
 * @param beforeResponse the ending comes, and reaches our webhook, before the call that passed the
 *     thread is answered
 * @param ending how it ends
 * @param probability of this behaviour, 0 to 1
 * @param otherwise what it does in the other cases, null for nothing at all
 */
public record PartnerBehaviour(
    List<String> says,
    List<String> hears,
    Duration after,
    boolean beforeResponse,
    PartnerEnding ending,
    double probability,
    @Nullable PartnerBehaviour otherwise) {

  /** Keeps every thread and says nothing. */
  public static final PartnerBehaviour SILENT =
      new PartnerBehaviour(
          List.of(), List.of(), Duration.ZERO, false, new PartnerEnding.Never(), 1, null);
}
