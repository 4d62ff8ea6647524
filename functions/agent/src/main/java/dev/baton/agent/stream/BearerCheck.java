package dev.baton.agent.stream;

/** Whether an API key or a JWT may see a session. */
@FunctionalInterface
interface BearerCheck {

  /** What was found. */
  enum Verdict {
    /** It may. */
    MAY_SEE,
    /** It is authentic and may not. */
    MAY_NOT,
    /** It is not authentic. */
    NOT_AUTHENTIC
  }

  /**
   * Asks.
   *
   * @param api the address of the HTTP API, without a slash at the end
   * @param authorization the caller's own header
   * @throws IllegalStateException when nobody could tell
   */
  Verdict check(String api, String authorization, String sessionId);
}
