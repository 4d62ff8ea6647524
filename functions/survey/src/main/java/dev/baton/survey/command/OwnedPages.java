package dev.baton.survey.command;

import dev.baton.core.access.Caller;
import dev.baton.survey.store.DynamoPageStore;
import dev.baton.survey.store.PageRow;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pages as their callers may see them: another owner's page is a missing one. */
public final class OwnedPages {
  private final DynamoPageStore pages;

  /** Over the pages of everybody. */
  public OwnedPages(DynamoPageStore pages) {
    this.pages = pages;
  }

  /** The caller's page of that id, or null when it is missing or another owner's. */
  public @Nullable PageRow find(String pageId, Caller caller) {
    PageRow page = pages.find(pageId);
    return page == null || !page.owner().equals(caller.owner()) ? null : page;
  }

  /** All pages of the caller, by id. */
  public List<PageRow> of(Caller caller) {
    return pages.pagesOf(caller.owner()).stream()
        .sorted()
        .flatMap(pageId -> Stream.ofNullable(find(pageId, caller)))
        .toList();
  }
}
