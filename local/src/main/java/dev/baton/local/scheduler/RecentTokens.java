package dev.baton.local.scheduler;

import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/** The client tokens of the last deletions, so that a repeated one succeeds. Not thread-safe. */
final class RecentTokens {
  private static final int KEPT = 10_000;

  private final LinkedHashSet<String> tokens = new LinkedHashSet<>();

  boolean contains(@Nullable String token) {
    return token != null && tokens.contains(token);
  }

  void add(@Nullable String token) {
    if (token == null) {
      return;
    }
    tokens.add(token);
    if (tokens.size() > KEPT) {
      tokens.removeFirst();
    }
  }
}
