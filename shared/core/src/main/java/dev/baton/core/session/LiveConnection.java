package dev.baton.core.session;

/**
 * The one connection of an active session.
 *
 * @param id API Gateway's connection id
 * @param openedAt when it was opened, milliseconds since 1970
 * @param handedOver whether a token for its successor was issued
 * @param warnedFor the deadline that its client was warned of; 0 when it was not
 */
public record LiveConnection(String id, long openedAt, boolean handedOver, long warnedFor) {

  /** A connection that was just opened. */
  public static LiveConnection opened(String id, long openedAt) {
    return new LiveConnection(id, openedAt, false, 0);
  }
}
