package dev.baton.survey.core.form;

import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the linter has to say about a form. Source: survey spec §4.7.
 *
 * @param code what kind of thing, such as {@code dead-jump}
 * @param severity whether it refuses the import
 * @param path JSON pointer into the form
 * @param ref the field it is about, or null when it is about the form
 * @param message the fact with the offending text quoted, as a sentence
 * @param suggestion what to write instead
 */
public record Finding(
    String code,
    Severity severity,
    String path,
    @Nullable String ref,
    String message,
    String suggestion) {

  /** Whether it refuses the import. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The finding as commands answer it. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("code", code)
        .put("severity", severity.wireName())
        .put("path", path)
        .putIfPresent("ref", ref)
        .put("message", message)
        .put("suggestion", suggestion)
        .build();
  }
}
