package dev.baton.survey.core.handoff;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a signal into hidden values {@code e_<type>_*}. Source: survey specification §7.6. */
public final class SignalFlattening {
  /** Types of signals of one participant at most. */
  public static final int TYPES = 20;

  /** Characters of a type at most. */
  public static final int TYPE = 100;

  private static final String TYPE_MEMBER = "type";

  private SignalFlattening() {}

  /**
   * Replaces what an earlier signal of the same type set; total.
   *
   * @param event the signal, an object with a text {@code type}
   * @param rawBytes length of its text as it came, in UTF-8
   * @param hidden the hidden values so far
   * @param names the names set by each type so far, without their prefix
   * @param snakeCase whether member names become snake case, as fly has it
   */
  public static SignalMerge merge(
      Json event,
      int rawBytes,
      Map<String, Json> hidden,
      Map<String, List<String>> names,
      boolean snakeCase) {
    if (!(event instanceof JsonObject object) || object.text(TYPE_MEMBER) == null) {
      return new SignalMerge.BadEvent("A signal is an object with a text 'type'.");
    }
    String type = String.valueOf(object.text(TYPE_MEMBER));
    SignalMerge.BadEvent refusal = refusal(type, rawBytes, names);
    return refusal == null ? merge(object, type, hidden, names, snakeCase) : refusal;
  }

  private static SignalMerge.@Nullable BadEvent refusal(
      String type, int rawBytes, Map<String, List<String>> names) {
    String folded = type.toLowerCase(Locale.ROOT);
    if (type.isEmpty() || type.length() > TYPE) {
      return new SignalMerge.BadEvent("A signal's 'type' has 1 to " + TYPE + " characters.");
    }
    if (folded.startsWith("handover") || folded.startsWith("handoff")) {
      return new SignalMerge.BadEvent("The type '" + type + "' is the engine's own.");
    }
    if (rawBytes > MetadataFlattening.RAW) {
      return new SignalMerge.BadEvent("A signal has at most 16 KiB.");
    }
    return names.size() >= TYPES && !names.containsKey(type)
        ? new SignalMerge.BadEvent("A participant takes at most " + TYPES + " types of signals.")
        : null;
  }

  private static SignalMerge merge(
      JsonObject event,
      String type,
      Map<String, Json> hidden,
      Map<String, List<String>> names,
      boolean snakeCase) {
    String prefix = prefix(type);
    Flattening flattening = new Flattening(snakeCase ? Naming.SNAKE : Naming.PLAIN, name -> false);
    flattening.flatten(prefix, prefix, withoutType(event));
    FlatteningError error = flattening.error();
    if (error != null) {
      return new SignalMerge.BadEvent("The signal's values are refused: " + error.code() + ".");
    }
    Map<String, Json> merged = new LinkedHashMap<>(hidden);
    names.getOrDefault(type, List.of()).forEach(name -> merged.remove(prefix + name));
    merged.putAll(flattening.values());
    Map<String, List<String>> known = new LinkedHashMap<>(names);
    known.put(
        type,
        flattening.values().keySet().stream()
            .map(name -> name.substring(prefix.length()))
            .toList());
    return new SignalMerge.Merged(merged, known);
  }

  /** What begins the names of a signal's values, such as {@code e_a_b_} of the type {@code a:b}. */
  public static String prefix(String type) {
    return "e_" + Naming.safe(type) + "_";
  }

  private static JsonObject withoutType(JsonObject event) {
    return new JsonObject(
        event.members().stream().filter(member -> !member.name().equals(TYPE_MEMBER)).toList());
  }
}
