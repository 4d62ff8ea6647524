package dev.baton.survey.core.handoff;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Turns the metadata of a return into hidden values {@code e_handover_*}. Source: survey
 * specification §7.1–7.3.
 */
public final class MetadataFlattening {
  /** Bytes of the raw text at most, in UTF-8. */
  public static final int RAW = 16 * 1024;

  private static final String SCALAR = HandoverKeys.PREFIX + "metadata";
  private static final String ALIAS_PREFIX = SCALAR + "_";

  private MetadataFlattening() {}

  /**
   * Flattens the metadata; total.
   *
   * @param aliases whether it is stored a second time in fly's naming; an alias wins over a plain
   *     name
   * @param inChain whether names of finished steps, {@code e_handover_step<n>_*}, are the engine's
   */
  public static Flattened flatten(Metadata metadata, boolean aliases, boolean inChain) {
    return switch (metadata) {
      case Metadata.Absent absent -> Flattened.NOTHING;
      case Metadata.Plain(String text) ->
          flatten(new JsonText(text), metadata.bytes(), aliases, inChain);
      case Metadata.Structured(Json value, int rawBytes) ->
          flatten(value, rawBytes, aliases, inChain);
    };
  }

  private static Flattened flatten(Json value, int rawBytes, boolean aliases, boolean inChain) {
    if (rawBytes > RAW) {
      return Flattened.refused(FlatteningError.TOO_LARGE);
    }
    Predicate<String> reserved =
        inChain
            ? name -> HandoverKeys.isEngineKey(name) || HandoverKeys.isStepKey(name)
            : HandoverKeys::isEngineKey;
    Flattening plain = new Flattening(Naming.PLAIN, reserved);
    plain.flatten(HandoverKeys.PREFIX, SCALAR, value);
    Flattening alias = new Flattening(Naming.FLY, reserved);
    if (aliases) {
      alias.flatten(ALIAS_PREFIX, SCALAR, value);
    }
    FlatteningError error = plain.error() == null ? alias.error() : plain.error();
    return error == null ? merged(plain, alias) : Flattened.refused(error);
  }

  private static Flattened merged(Flattening plain, Flattening alias) {
    Map<String, Json> values = new LinkedHashMap<>(plain.values());
    values.putAll(alias.values());
    Set<String> collisions = new LinkedHashSet<>(plain.collisions());
    collisions.addAll(alias.collisions());
    return new Flattened(
        values, List.copyOf(plain.values().keySet()), new ArrayList<>(collisions), null);
  }
}
