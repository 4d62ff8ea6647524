package dev.baton.local.graph.partner;

/** How a partner app's time with a thread ends. */
public sealed interface PartnerEnding {

  /** It keeps the thread. */
  record Never() implements PartnerEnding {}

  /** It gives the thread back. */
  record Returns(PartnerReturn how) implements PartnerEnding {}

  /** Nobody writes and the thread goes idle. */
  record GoesIdle() implements PartnerEnding {}

  /** It gives the thread up without naming anybody. */
  record Releases() implements PartnerEnding {}
}
