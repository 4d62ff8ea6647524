package dev.baton.key.create;

import dev.baton.core.access.Scopes;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.shell.access.ApiKey;
import dev.baton.shell.command.InvalidInput;
import dev.baton.shell.config.SettingFault;
import dev.baton.shell.limit.Rate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rates that the calling key has of its own. A new key inherits them; only a key that covers
 * everything and has none may give others, or a limited key could make itself an unlimited one.
 *
 * @param rates the rates by the names under which keys keep them
 */
record OwnRates(Map<String, String> rates) {
  private static final Map<String, String> STORED =
      Map.of("rateHandoff", "rate_handoff", "rateWrite", "rate_write", "rateRead", "rate_read");

  static OwnRates of(Map<String, String> authorizer) {
    Map<String, String> own = new HashMap<>();
    for (String name : ApiKey.RATES) {
      String rate = authorizer.get(name);
      if (rate != null && !rate.isEmpty()) {
        own.put(name, rate);
      }
    }
    return new OwnRates(Map.copyOf(own));
  }

  @Nullable Refused refusal(Map<String, String> asked, Scopes scopes) {
    for (Map.Entry<String, String> each : asked.entrySet()) {
      if (!isRate(each.getValue())) {
        return InvalidInput.because(
            KeyCreateDefinition.DEFINITION,
            each.getKey(),
            "must be 0 or a rate such as 30/PT1M/10",
            "invalid_value");
      }
    }
    return asked.isEmpty() || (rates.isEmpty() && scopes.contain("*"))
        ? null
        : Refused.because(
            ErrorCodes.FORBIDDEN,
            "The key used for this call may not set rates.",
            "Leave the rates out: the new key then has those of the key that makes the call.");
  }

  /** The rates of a new key. */
  Map<String, String> with(Map<String, String> asked) {
    Map<String, String> all = new HashMap<>(rates);
    asked.forEach((name, rate) -> all.put(STORED.getOrDefault(name, name), rate));
    return all;
  }

  private static boolean isRate(String text) {
    try {
      Rate.parse("rate", text);
      return true;
    } catch (SettingFault malformed) {
      return false;
    }
  }
}
