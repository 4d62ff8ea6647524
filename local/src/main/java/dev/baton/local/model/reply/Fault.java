package dev.baton.local.model.reply;

import dev.baton.local.model.wire.ApiError;
import java.time.Duration;

/** Something that goes wrong, or merely unusually, with one answer. */
public sealed interface Fault {

  /** The request is refused. */
  record Refusal(ApiError error) implements Fault {}

  /**
   * An {@code error} event stands in place of the rest.
   *
   * @param after frames before it
   */
  record ErrorEvent(ApiError error, int after) implements Fault {}

  /**
   * The socket is closed without an end of the answer.
   *
   * @param after so many frames
   */
  record CutAfterFrames(int after) implements Fault {}

  /**
   * The socket is closed without an end of the answer.
   *
   * @param after so many bytes of the body
   */
  record CutAfterBytes(int after) implements Fault {}

  /**
   * Nothing comes for a while.
   *
   * @param time how long
   * @param ping pause between the pings that come nevertheless; zero for none
   */
  record Stall(Phase phase, Duration time, Duration ping) implements Fault {}

  /** Where an answer stalls. */
  enum Phase {
    BEFORE_HEADERS,
    BEFORE_FIRST_DELTA,
    MID_TEXT,
    MID_ARGUMENTS
  }

  /**
   * A {@code ping} between the frames.
   *
   * @param every so many frames
   */
  record Ping(int every) implements Fault {}

  /** Faults without a number. */
  enum Quirk implements Fault {
    /** The stream ends properly, but without {@code message_stop}. */
    NO_MESSAGE_STOP,
    /** An event of an unknown name follows the start of the message. */
    UNKNOWN_EVENT,
    /** A delta of an unknown type begins the first block. */
    UNKNOWN_DELTA,
    /** The arguments of the first call lack their last character. */
    BAD_JSON,
    /** Calls have no delta at all, not even an empty one. */
    NO_INPUT_DELTA,
    /** The message ends in the middle of the first call's arguments. */
    MAX_TOKENS_IN_TOOL,
    /** A block has the index of the one before it. */
    DUPLICATE_INDEX,
    /** Usage comes twice, the first time half of it. */
    TWO_MESSAGE_DELTAS
  }
}
