package dev.baton.shell.socket;

/** What came of sending something to a connection. */
public enum Delivery {
  /** API Gateway took it. */
  DELIVERED,
  /** The connection is not there, or not yet. */
  GONE,
  /** API Gateway did not take it, however often it was asked. */
  FAILED
}
