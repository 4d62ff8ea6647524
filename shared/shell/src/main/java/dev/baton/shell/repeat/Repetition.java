package dev.baton.shell.repeat;

import dev.baton.core.json.JsonObject;

/** What is known of a call with an idempotency key when it comes. */
public sealed interface Repetition {

  /**
   * Nobody made this call before, or nobody finished it: it runs.
   *
   * @param lease until when it may run undisturbed, in milliseconds since 1970
   */
  record First(long lease) implements Repetition {}

  /**
   * The call was answered before.
   *
   * @param status the HTTP status of that answer
   * @param stored what was kept of it
   */
  record Answered(int status, JsonObject stored) implements Repetition {}

  /** The first call still runs. */
  record Running() implements Repetition {}

  /** The key was used for another input. */
  record Reused() implements Repetition {}
}
