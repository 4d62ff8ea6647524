package dev.baton.agent.core.model;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The models that sessions may use.
 *
 * @param profiles what is known of each, by its id
 */
public record Models(Map<String, ModelProfile> profiles) {
  private static final BigDecimal NANOS_PER_TOKEN = BigDecimal.valueOf(1_000);

  /** Models over a copy. */
  public Models {
    profiles = Map.copyOf(profiles);
  }

  /**
   * The models of a setting: by id an object with {@code context} in tokens and prices in dollars
   * per million tokens, {@code input}, {@code output}, {@code cache_write} and {@code cache_read};
   * without {@code input} and {@code output} the model has no price.
   */
  public static Models of(JsonObject json) {
    Map<String, ModelProfile> profiles = new HashMap<>();
    for (JsonObject.Member member : json.members()) {
      if (member.value() instanceof JsonObject model) {
        profiles.put(member.name(), profile(model));
      }
    }
    return new Models(profiles);
  }

  /** Whether sessions may use it. */
  public boolean has(String model) {
    return profiles.containsKey(model);
  }

  /** What is known of it; nothing of one that is not listed. */
  public ModelProfile profile(String model) {
    return profiles.getOrDefault(model, ModelProfile.UNKNOWN);
  }

  private static ModelProfile profile(JsonObject model) {
    Long context = JsonFields.numberOrNull(model, "context");
    Long input = nanos(model.get("input"));
    Long output = nanos(model.get("output"));
    ModelProfile.Prices prices = null;
    if (input != null && output != null) {
      Long write = nanos(model.get("cache_write"));
      Long read = nanos(model.get("cache_read"));
      prices =
          new ModelProfile.Prices(
              input, output, write == null ? input : write, read == null ? input : read);
    }
    return new ModelProfile(context == null ? 0 : context, prices);
  }

  private static @Nullable Long nanos(@Nullable Json dollarsPerMillion) {
    return dollarsPerMillion instanceof JsonNumber number
        ? number.decimal().multiply(NANOS_PER_TOKEN).setScale(0, RoundingMode.UP).longValueExact()
        : null;
  }
}
