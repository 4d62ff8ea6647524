package dev.baton.survey.core.waiting;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
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

  /** One leaf for people: its JSON pointer in the described tree, type, bit and deadline. */
  public record Leaf(String path, String type, boolean set, @Nullable Long deadline) {}

  /**
   * The wait after the event; this one when the event sets no further leaf or is older than {@code
   * since}.
   */
  public ArmedWait on(WaitEvent event, long timestamp) {
    return timestamp < since ? this : setting(leaf -> LeafEvents.sets(event, leaf));
  }

  /** Whether the event would set a leaf that is not set. */
  public boolean canBeSetBy(WaitEvent event, long timestamp) {
    return on(event, timestamp).bits != bits;
  }

  /**
   * The wait with the timeout leaves set whose deadline is reached; this one when there is none.
   */
  public ArmedWait at(long now) {
    return setting(
        leaf -> leaf instanceof ArmedNode.Timeout(int index, long deadline) && now >= deadline);
  }

  /** Whether the root is true by the bits alone; call {@link #at} before if time counts. */
  public boolean isTrue() {
    return tree.isTrue(bits);
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
    long due = tree.due(bits);
    return due == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(due);
  }

  /** The leaves in order. */
  public List<Leaf> leaves() {
    return WaitDescription.leaves(this);
  }

  /** The tree in the author's grammar, deadlines as instants. */
  public Json describe() {
    return WaitDescription.tree(tree);
  }

  /** This wait for the participant item. */
  public JsonObject toJson() {
    return ArmedWaitJson.write(this);
  }

  /** The wait that {@link #toJson} wrote; anything else is an {@link IllegalArgumentException}. */
  public static ArmedWait fromJson(JsonObject json) {
    return ArmedWaitJson.read(json);
  }

  private ArmedWait setting(Predicate<ArmedNode.Leaf> sets) {
    long changed = bits;
    for (ArmedNode.Leaf leaf : tree.leaves()) {
      if (!leaf.isTrue(bits) && sets.test(leaf)) {
        changed |= 1L << leaf.index();
      }
    }
    return changed == bits ? this : new ArmedWait(tree, changed, since, armedAt);
  }
}
