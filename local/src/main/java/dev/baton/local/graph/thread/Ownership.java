package dev.baton.local.graph.thread;

import org.jspecify.annotations.Nullable;

/**
 * Who owns a thread.
 *
 * @param appId the owner, or null while the thread is idle
 * @param since when that began, milliseconds since 1970
 */
public record Ownership(@Nullable String appId, long since) {

  public boolean isIdle() {
    return appId == null;
  }

  public boolean isOwnedByAnother(String app) {
    return appId != null && !appId.equals(app);
  }
}
