package dev.baton.survey.core.form.lint;

import java.util.Set;
import java.util.regex.Pattern;

/** Names of hidden values that the engine sets itself. Source: survey spec §2.4. */
final class EngineKeys {
  private static final Set<String> OWN =
      Set.of("id", "form", "startTime", "pageid", "platform", "seed", "ad_id", "vt");
  private static final Pattern SEED = Pattern.compile("seed_[0-9]+(?:_[0-9]+)?");
  private static final String REFERRER = "referrer";

  private EngineKeys() {}

  /** Whether nobody but the engine sets it. */
  static boolean isReserved(String name) {
    return OWN.contains(name) || name.startsWith("e_") || SEED.matcher(name).matches();
  }

  /** Whether links carry it without being told. */
  static boolean isKnownSource(String name) {
    return name.equals(REFERRER);
  }
}
