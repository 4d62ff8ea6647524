package dev.baton.survey.participants;

import dev.baton.survey.store.DynamoPageStore;
import dev.baton.survey.store.PageRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Pages as this instance of a function knows them. The owner of a page never changes; its settings
 * change with an import, and how soon that is seen is the caller's choice: {@link #current} for
 * what a participant does and for time that has come, {@link #recent} for what only ends something
 * that was decided before. The 200 last used pages are kept; that a page is missing is never
 * remembered, so that the first import counts at once. Thread-safe.
 */
public final class KnownPages {
  private static final Duration FRESH = Duration.ofSeconds(60);
  private static final int KEPT = 200;

  private final DynamoPageStore pages;
  private final InstantSource clock;
  private final LastUsed<String, Reading> readings = new LastUsed<>(KEPT);

  /** Pages of a store. */
  public KnownPages(DynamoPageStore pages, InstantSource clock) {
    this.pages = pages;
    this.clock = clock;
  }

  private record Reading(PageRow page, Instant at) {}

  /** The page as it is now, or null when nobody has claimed it. */
  public @Nullable PageRow current(String pageId) {
    Instant asked = clock.instant();
    PageRow page = pages.find(pageId);
    if (page != null) {
      readings.put(pageId, new Reading(page, asked));
    }
    return page;
  }

  /**
   * The page with the settings that it had at most 60 seconds ago, or null when nobody has claimed
   * it.
   */
  public @Nullable PageRow recent(String pageId) {
    Reading known = readings.get(pageId);
    return known == null || isStale(known) ? current(pageId) : known.page();
  }

  private boolean isStale(Reading known) {
    return Duration.between(known.at(), clock.instant()).compareTo(FRESH) > 0;
  }
}
