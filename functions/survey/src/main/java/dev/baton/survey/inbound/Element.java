package dev.baton.survey.inbound;

import dev.baton.core.json.Json;
import dev.baton.survey.core.inbound.Inbound;

/** One element of one of the three arrays, with the wire value for the dead-letter queue. */
public sealed interface Element {

  /** The element as it came. */
  Json wire();

  /** Whether it came in {@code standby[]}. */
  boolean standby();

  /**
   * An element that was read.
   *
   * @param wire the element as it came
   * @param standby whether it came in {@code standby[]}
   * @param meaning what it means
   */
  record Understood(Json wire, boolean standby, Inbound meaning) implements Element {}

  /**
   * An element on which reading failed: a fault of the reader, never of the sender.
   *
   * @param wire the element as it came
   * @param standby whether it came in {@code standby[]}
   * @param fault what went wrong
   */
  record Unreadable(Json wire, boolean standby, RuntimeException fault) implements Element {}
}
