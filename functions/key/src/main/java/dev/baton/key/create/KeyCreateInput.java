package dev.baton.key.create;

import dev.baton.core.json.JsonText;
import dev.baton.shell.command.Arguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The key that is asked for.
 *
 * @param scopes command patterns, each once
 * @param label what it is for; null when that is not said
 * @param rates its own rates, by the names of the fields
 */
record KeyCreateInput(List<String> scopes, @Nullable String label, Map<String, String> rates) {
  private static final List<String> RATES = List.of("rateHandoff", "rateWrite", "rateRead");

  /** An input over copies. */
  KeyCreateInput {
    scopes = List.copyOf(scopes);
    rates = Map.copyOf(rates);
  }

  static KeyCreateInput of(Arguments arguments) {
    List<String> scopes =
        arguments.json().array("scopes").stream()
            .map(each -> ((JsonText) each).value())
            .distinct()
            .toList();
    Map<String, String> rates = new LinkedHashMap<>();
    for (String name : RATES) {
      String rate = arguments.text(name);
      if (rate != null) {
        rates.put(name, rate);
      }
    }
    return new KeyCreateInput(scopes, arguments.text("label"), rates);
  }
}
