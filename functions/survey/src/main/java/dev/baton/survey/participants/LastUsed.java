package dev.baton.survey.participants;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values that were used lately, by key; beyond the most that are kept, the one that was not used
 * for the longest time goes. Thread-safe.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class LastUsed<K, V> {
  private final Map<K, V> values;

  /** At most so many. */
  LastUsed(int most) {
    values =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  synchronized @Nullable V get(K key) {
    return values.get(key);
  }

  synchronized void put(K key, V value) {
    values.put(key, value);
  }
}
