package dev.baton.survey.core.waiting;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A wait of a participant: patterns and deadlines are resolved, each leaf has one bit. Immutable;
 * its size does not grow with events. Source: survey specification §5.3, §5.4.
 *
 * @param tree the resolved tree
 * @param bits bit n is set when leaf n, in document order from 0, has become true
 * @param since only events from then on count, in milliseconds since 1970
 * @param armedAt when relative deadlines began, in milliseconds since 1970
 */
public record ArmedWait(ArmedNode tree, long bits, long since, long armedAt) {

  /** One leaf for people: its JSON pointer in the tree, type, bit and deadline. */
  public record Leaf(String path, String type, boolean set, @Nullable Long deadline) {}

  /**
   * The wait after the event; this one when the event sets no leaf or is older than {@code since}.
   */
  public ArmedWait on(WaitEvent event, long timestamp) {
    throw new UnsupportedOperationException(event + "" + timestamp);
  }

  /** Whether the event would set a leaf that is not set. */
  public boolean canBeSetBy(WaitEvent event, long timestamp) {
    return on(event, timestamp) != this;
  }

  /** The wait with the timeout leaves set whose deadline is reached. */
  public ArmedWait at(long now) {
    throw new UnsupportedOperationException("" + now);
  }

  /** Whether the root is true by the bits alone; call {@link #at} before if time counts. */
  public boolean isTrue() {
    throw new UnsupportedOperationException();
  }

  /** Whether the root is true at that time. */
  public boolean isTrue(long now) {
    return at(now).isTrue();
  }

  /**
   * The earliest time at which time alone makes the root true; {@link Long#MIN_VALUE} when it
   * already is, empty when time alone never does.
   */
  public OptionalLong due() {
    throw new UnsupportedOperationException();
  }

  /** The leaves in order. */
  public List<Leaf> leaves() {
    throw new UnsupportedOperationException();
  }

  /** The tree in the author's grammar, deadlines as instants. */
  public Json describe() {
    throw new UnsupportedOperationException();
  }

  /** This wait for the participant item. */
  public JsonObject toJson() {
    throw new UnsupportedOperationException();
  }

  /** The wait that {@link #toJson} wrote. */
  public static ArmedWait fromJson(JsonObject json) {
    throw new UnsupportedOperationException(json.toString());
  }
}
