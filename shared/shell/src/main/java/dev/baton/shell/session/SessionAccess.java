package dev.baton.shell.session;

import dev.baton.core.session.SessionProfile;
import org.jspecify.annotations.Nullable;

/** Whether what a session was made with still holds. */
@FunctionalInterface
public interface SessionAccess {

  /**
   * Why a session may not go on, as it is kept with its end: {@code key-revoked} or {@code
   * access-withdrawn}; null when it may.
   */
  @Nullable String withdrawn(SessionProfile profile);
}
