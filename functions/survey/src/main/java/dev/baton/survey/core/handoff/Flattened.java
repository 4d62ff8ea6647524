package dev.baton.survey.core.handoff;

import dev.baton.core.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Foreign data as hidden values.
 *
 * @param values hidden values by name in document order; empty when there is an error
 * @param names the names without aliases, for the record's {@code returned_keys}
 * @param collisions paths whose name was taken, as JSON pointers in document order
 * @param error why nothing is merged, or null
 */
public record Flattened(
    Map<String, Json> values,
    List<String> names,
    List<String> collisions,
    @Nullable FlatteningError error) {

  /** No data. */
  public static final Flattened NOTHING = new Flattened(Map.of(), List.of(), List.of(), null);

  /** Data of which nothing is merged. */
  public static Flattened refused(FlatteningError error) {
    return new Flattened(Map.of(), List.of(), List.of(), error);
  }
}
