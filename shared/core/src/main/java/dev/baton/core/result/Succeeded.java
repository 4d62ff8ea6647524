package dev.baton.core.result;

import dev.baton.core.json.JsonObject;
import java.util.List;

/**
 * A command that did what it was asked.
 *
 * @param data the output
 * @param reasoning one sentence on what was done
 * @param warnings flaws of this success
 * @param suggestions what the caller may do next
 */
public record Succeeded(
    JsonObject data, String reasoning, List<Warning> warnings, List<String> suggestions)
    implements CommandResult {

  /** A success over copies of its lists. */
  public Succeeded {
    warnings = List.copyOf(warnings);
    suggestions = List.copyOf(suggestions);
  }

  /** A success without flaws or suggestions. */
  public static Succeeded with(JsonObject data, String reasoning) {
    return new Succeeded(data, reasoning, List.of(), List.of());
  }
}
