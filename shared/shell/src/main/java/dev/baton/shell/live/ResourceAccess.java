package dev.baton.shell.live;

import dev.baton.core.session.SessionProfile;
import dev.baton.shell.room.DynamoLogStore;
import dev.baton.shell.room.LogHead;
import dev.baton.shell.session.SessionAccess;
import org.jspecify.annotations.Nullable;

/**
 * Whether the owner of a session may still be in its resource. A resource without a log has no list
 * of who may enter.
 */
public final class ResourceAccess implements SessionAccess {
  /** Why sessions end whose owner may not be there any more. */
  public static final String WITHDRAWN = "access-withdrawn";

  private final DynamoLogStore logs;

  /** A check against the heads of these logs. */
  public ResourceAccess(DynamoLogStore logs) {
    this.logs = logs;
  }

  @Override
  public @Nullable String withdrawn(SessionProfile profile) {
    LogHead head = logs.head(profile.resource());
    return head == null || head.admits(profile.ownerId()) ? null : WITHDRAWN;
  }
}
