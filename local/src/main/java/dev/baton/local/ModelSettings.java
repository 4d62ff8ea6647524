package dev.baton.local;

import dev.baton.local.json.Jsons;
import dev.baton.local.model.ModelStandIn;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Messages API that functions call. Without an address and a key it is the stand-in.
 *
 * @param baseUrl address, or null when none is given
 * @param apiKey key, or null when none is given
 */
record ModelSettings(@Nullable String baseUrl, @Nullable String apiKey) {
  private static final String REAL = "https://api.anthropic.com";
  private static final String BASE_URL = "ANTHROPIC_BASE_URL";
  private static final String API_KEY = "ANTHROPIC_API_KEY";

  /** The settings of an environment; an empty value is none. */
  static ModelSettings of(Map<String, String> environment) {
    return new ModelSettings(given(environment.get(BASE_URL)), given(environment.get(API_KEY)));
  }

  /** Whether the stand-in is wanted. */
  boolean standIn() {
    return baseUrl == null && apiKey == null;
  }

  /** Where the API is that was given. */
  String url() {
    return baseUrl == null ? REAL : baseUrl;
  }

  /** What functions are told beyond their template. */
  Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    if (baseUrl != null) {
      variables.put(BASE_URL, baseUrl);
    }
    if (apiKey != null) {
      variables.put(API_KEY, apiKey);
    }
    return variables;
  }

  /** The secret as it is kept in Secrets Manager. */
  String secret() {
    return Jsons.write(
        Jsons.object().put("api_key", apiKey == null ? ModelStandIn.API_KEY : apiKey));
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }
}
