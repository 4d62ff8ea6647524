package dev.baton.shell.session;

/** Whether what a session was made with still holds. */
@FunctionalInterface
public interface SessionAccess {

  /** Whether that owner's key was revoked. */
  boolean isWithdrawn(String owner, String keyId);
}
