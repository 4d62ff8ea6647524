package dev.baton.survey.core.machine;

import dev.baton.survey.core.form.Form;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was loaded for a decision. A decision that lacks something says so and is made again with
 * it. Immutable.
 *
 * @param forms loaded versions of forms; empty for one that is gone
 * @param newest loaded newest versions; empty for a shortcode without form
 * @param taken loaded marks of taken forms
 */
public record Loaded(
    Map<Need.FormVersion, Optional<Form>> forms,
    Map<String, Optional<Form>> newest,
    Map<String, Boolean> taken) {
  /** Nothing yet. */
  public static final Loaded NOTHING = new Loaded(Map.of(), Map.of(), Map.of());

  /** With one version of a form; null when there is none. */
  public Loaded with(Need.FormVersion need, @Nullable Form form) {
    return new Loaded(added(forms, need, Optional.ofNullable(form)), newest, taken);
  }

  /** With the newest version of a form; null when there is none. */
  public Loaded with(Need.NewestForm need, @Nullable Form form) {
    return new Loaded(forms, added(newest, need.shortcode(), Optional.ofNullable(form)), taken);
  }

  /** With the mark of a form, or its absence. */
  public Loaded with(Need.Taken need, boolean marked) {
    return new Loaded(forms, newest, added(taken, need.shortcode(), marked));
  }

  private static <K, V> Map<K, V> added(Map<K, V> map, K key, V value) {
    Map<K, V> more = new HashMap<>(map);
    more.put(key, value);
    return Map.copyOf(more);
  }
}
