package dev.baton.agent.core.access;

/** What a pass to the streams of one session is. Source: streaming specification, section 4.1. */
public enum PassKind {
  /** What a handoff returns: used once, then good for resuming the run that it reached. */
  TICKET,
  /** What a browser keeps until the session's end. */
  COOKIE
}
