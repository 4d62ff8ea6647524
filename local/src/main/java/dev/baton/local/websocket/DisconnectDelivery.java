package dev.baton.local.websocket;

/**
 * What becomes of {@code $disconnect} events. API Gateway promises no more than to try, so a test
 * may ask for the worse cases.
 */
public enum DisconnectDelivery {
  /** Each is delivered at once, on a thread of its own. */
  PROMPT,
  /** They are kept until {@link Sockets#deliverDisconnects} is called. */
  DELAYED,
  /** They are lost. */
  NEVER
}
