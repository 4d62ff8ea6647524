package dev.baton.survey.webhook;

import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.participants.KnownPages;
import dev.baton.survey.store.PageRow;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The pages that one delivery is about. What participants do counts with the settings of now, so
 * their page is read once for the delivery; an echo is about a message that was made under earlier
 * settings, so that a page known of late will do. Thread-safe.
 */
final class PagesOfDelivery {
  private final KnownPages known;
  private final ConcurrentMap<String, Optional<PageRow>> current = new ConcurrentHashMap<>();

  PagesOfDelivery(KnownPages known) {
    this.known = known;
  }

  /** The page of an item, or null when no form was imported for it. */
  @Nullable PageRow of(Item item) {
    return item.happening() instanceof Happening.Echoed
        ? known.recent(item.pageId())
        : current
            .computeIfAbsent(item.pageId(), id -> Optional.ofNullable(known.current(id)))
            .orElse(null);
  }
}
