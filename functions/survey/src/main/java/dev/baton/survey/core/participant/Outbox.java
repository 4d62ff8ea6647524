package dev.baton.survey.core.participant;

import dev.baton.survey.core.participant.effect.OutboxEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Effects that are not done yet, in order. The lists are never changed. Source: survey spec §1 and
 * §3.3.
 *
 * @param entries what is being delivered; only the head may be started
 * @param parked what a block holds back
 * @param retry when a refused or uncertain effect goes again
 */
public record Outbox(List<OutboxEntry> entries, List<OutboxEntry> parked, @Nullable Timer retry) {
  /** Nothing to do. */
  public static final Outbox EMPTY = new Outbox(List.of(), List.of(), null);

  /** Effects that both lists together may hold. */
  public static final int ROOM = 40;

  /** The entry to be done next, or null. */
  public @Nullable OutboxEntry head() {
    return entries.isEmpty() ? null : entries.getFirst();
  }

  /** Whether a delivery has the head in hand and will look at the next one. */
  public boolean isRunning() {
    OutboxEntry head = head();
    return head != null && head.isStarted();
  }

  /** The entry of that effect, or null. */
  public @Nullable OutboxEntry entry(@Nullable String effectId) {
    return find(entries, effectId);
  }

  /** The parked entry of that effect, or null. */
  public @Nullable OutboxEntry parkedEntry(@Nullable String effectId) {
    return find(parked, effectId);
  }

  /** Effects in both lists. */
  public int size() {
    return entries.size() + parked.size();
  }

  /** The outbox with other entries. */
  public Outbox withEntries(List<OutboxEntry> others) {
    return new Outbox(others, parked, retry);
  }

  /** The outbox with another retry timer. */
  public Outbox withRetry(@Nullable Timer other) {
    return new Outbox(entries, parked, other);
  }

  /** The outbox with other lists. */
  public Outbox with(List<OutboxEntry> others, List<OutboxEntry> otherParked) {
    return new Outbox(others, otherParked, retry);
  }

  /** The entries without that of an effect. */
  public static List<OutboxEntry> without(List<OutboxEntry> entries, String effectId) {
    if (find(entries, effectId) == null) {
      return entries;
    }
    List<OutboxEntry> rest = new ArrayList<>(entries);
    rest.removeIf(entry -> entry.id().equals(effectId));
    return List.copyOf(rest);
  }

  /** The entries with that of an effect changed. */
  public static List<OutboxEntry> replaced(
      List<OutboxEntry> entries, String effectId, UnaryOperator<OutboxEntry> change) {
    if (find(entries, effectId) == null) {
      return entries;
    }
    List<OutboxEntry> changed = new ArrayList<>(entries);
    changed.replaceAll(entry -> entry.id().equals(effectId) ? change.apply(entry) : entry);
    return List.copyOf(changed);
  }

  private static @Nullable OutboxEntry find(List<OutboxEntry> list, @Nullable String effectId) {
    for (OutboxEntry entry : list) {
      if (entry.id().equals(effectId)) {
        return entry;
      }
    }
    return null;
  }
}
