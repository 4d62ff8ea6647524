package dev.baton.agent.core.session;

import java.util.Locale;

/** Which calls of tools a person must allow. Source: streaming specification, section 7.5. */
public enum ApprovalPolicy {
  /** Those that delete what cannot be recreated. */
  DESTRUCTIVE,
  /** Those that change something. */
  MUTATIONS,
  /** All. */
  ALL,
  /** None. */
  NEVER;

  /** The policy's name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a call of a command like that waits for a person. */
  public boolean asksFor(boolean mutation, boolean destructive) {
    return switch (this) {
      case DESTRUCTIVE -> destructive;
      case MUTATIONS -> mutation || destructive;
      case ALL -> true;
      case NEVER -> false;
    };
  }
}
