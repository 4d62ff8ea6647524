package dev.baton.survey.graph;

import org.jspecify.annotations.Nullable;

/** The access tokens of pages, as the secret holds them now. */
@FunctionalInterface
public interface PageTokens {

  /** The page's token, or null when there is none for it. */
  @Nullable String of(String pageId);
}
