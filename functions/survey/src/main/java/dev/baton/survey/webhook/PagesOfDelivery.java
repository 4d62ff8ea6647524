package dev.baton.survey.webhook;

import dev.baton.survey.store.DynamoPageStore;
import dev.baton.survey.store.PageRow;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The pages that one delivery is about, each read once and as it is now. Thread-safe. */
final class PagesOfDelivery {
  private final DynamoPageStore store;
  private final ConcurrentMap<String, Optional<PageRow>> pages = new ConcurrentHashMap<>();

  PagesOfDelivery(DynamoPageStore store) {
    this.store = store;
  }

  /** The page, or null when no form was imported for it. */
  @Nullable PageRow find(String pageId) {
    return pages.computeIfAbsent(pageId, id -> Optional.ofNullable(store.find(id))).orElse(null);
  }
}
