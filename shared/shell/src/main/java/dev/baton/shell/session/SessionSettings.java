package dev.baton.shell.session;

import dev.baton.core.session.SessionLimits;
import dev.baton.shell.config.Settings;

/** The limits of sessions as configured. Source: command specification, sections 5.2 and 6. */
public final class SessionSettings {
  private SessionSettings() {}

  /** The limits; what is unset is as the specification says. */
  public static SessionLimits limits(Settings settings) {
    SessionLimits usual = SessionLimits.DEFAULTS;
    return new SessionLimits(
        settings.duration("BATON_SESSION_HANDOFF_EXPIRY", usual.handoffExpiry()),
        settings.duration("BATON_SESSION_IDLE", usual.idle()),
        settings.duration("BATON_SESSION_RECONNECT_WINDOW", usual.reconnectWindow()),
        settings.duration("BATON_SESSION_MAX_LIFE", usual.maxLife()),
        settings.integer("BATON_SESSION_MAX_RECONNECTS", usual.maxReconnects()),
        settings.duration("BATON_SESSION_STABLE_AFTER", usual.stableAfter()),
        settings.duration("BATON_SESSION_ACTIVITY_STEP", usual.activityStep()),
        settings.duration("BATON_SESSION_EXPIRY_WARNING", usual.expiryWarning()),
        settings.duration("BATON_WS_AUTH_DEADLINE", usual.authDeadline()),
        settings.duration("BATON_WS_HANDOVER", usual.handover()),
        settings.integer("BATON_SESSION_MAX_PER_OWNER", usual.maxPerOwner()));
  }
}
