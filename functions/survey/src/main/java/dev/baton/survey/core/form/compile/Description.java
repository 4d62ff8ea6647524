package dev.baton.survey.core.form.compile;

import dev.baton.survey.core.text.JsonTemplate.ObjectTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration that an author wrote into a description.
 *
 * @param template the whole of it; null when there is none
 * @param rewritten numbers that were written otherwise than JSON does, by their pointer
 */
record Description(@Nullable ObjectTemplate template, Map<String, String> rewritten) {

  /** The configuration of a field without any. */
  static final Description NONE = new Description(null, Map.of());

  private static final ObjectTemplate EMPTY = new ObjectTemplate(List.of());

  /** The settings at its top. */
  Settings settings() {
    return new Settings(template == null ? EMPTY : template, "");
  }

  /** The number at the pointer as the author wrote it, or null where JSON writes it the same. */
  @Nullable String rewritten(String pointer) {
    return rewritten.get(pointer);
  }
}
