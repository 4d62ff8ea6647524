package dev.baton.agent.core.event;

/**
 * Why a run ended badly. The sentence is for a person and never comes from an exception. Source:
 * streaming specification, sections 1.2, 7.2 to 7.4.
 */
public enum RunErrorCode {
  /** The worker stopped without a word. */
  WORKER_LOST(true, "The run stopped unexpectedly. Send resume to go on from here."),
  /** No worker took the run. */
  WORKER_NOT_STARTED(true, "The run could not be started. Try again in a moment."),
  /** The model refuses for now, by rate. */
  MODEL_RATE_LIMITED(true, "The model takes no more requests at the moment. Try again later."),
  /** The model refuses for now, by load. */
  MODEL_OVERLOADED(true, "The model is overloaded. Try again in a moment."),
  /** The model cannot be reached. */
  MODEL_UNAVAILABLE(true, "The model cannot be reached. Try again in a moment."),
  /** The model did not begin to answer. */
  MODEL_TIMEOUT(true, "The model did not answer in time. Try again in a moment."),
  /** The model's answer broke off. */
  MODEL_STREAM_BROKEN(true, "The model's answer broke off. Try again in a moment."),
  /** The model refuses the request itself. */
  MODEL_REJECTED(false, "The model refused the request. Start a new session, or say it otherwise."),
  /** The model refuses our credentials. */
  MODEL_AUTH(false, "The model refused the credentials of this installation. Tell its operator."),
  /** The model's answer is no answer. */
  MODEL_PROTOCOL(
      false, "The model's answer could not be understood. Start a session with another model."),
  /** A call was cut off by the longest allowed answer. */
  OUTPUT_TRUNCATED(false, "The model's answer was cut off within a call. Allow longer answers."),
  /** The conversation is too long for the model. */
  CONTEXT_FULL(false, "The conversation is too long for the model. Start a new session."),
  /** Too many turns. */
  MAX_TURNS(false, "The run reached its largest number of turns. Send resume to go on."),
  /** Too many tokens. */
  MAX_OUTPUT_TOKENS(
      false, "The run reached its largest number of output tokens. Send resume to go on."),
  /** Too long. */
  MAX_RUN_TIME(false, "The run reached its longest time. Send resume to go on."),
  /** Too dear. */
  MAX_COST(
      false, "The run reached its largest cost. Send resume to go on, or raise limits.costUsd."),
  /** A message is too large to be kept. */
  RESULT_TOO_LARGE(false, "A result is too large to be kept. Ask for less at a time."),
  /** The log could not be written. */
  LOG_WRITE_FAILED(true, "The run could not be recorded. Try again in a moment."),
  /** A fault of Baton's. */
  INTERNAL_ERROR(true, "The run ended by a fault of this installation. Try again in a moment.");

  private final boolean retryable;
  private final String sentence;

  RunErrorCode(boolean retryable, String sentence) {
    this.retryable = retryable;
    this.sentence = sentence;
  }

  /** Whether the same may succeed later. */
  public boolean isRetryable() {
    return retryable;
  }

  /** What a person is told. */
  public String sentence() {
    return sentence;
  }
}
