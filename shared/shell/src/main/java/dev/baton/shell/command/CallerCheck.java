package dev.baton.shell.command;

import dev.baton.core.access.Caller;
import dev.baton.core.access.Scopes;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks 2 and 3: who calls, by what the authorizer found out, and whether that key may call this
 * command.
 */
sealed interface CallerCheck {

  record Known(Caller caller) implements CallerCheck {}

  record Unknown(Refused refusal) implements CallerCheck {}

  static CallerCheck of(Map<String, String> authorizer, String command) {
    String owner = authorizer.get("owner");
    if (owner == null || owner.isEmpty()) {
      return new Unknown(unauthenticated(authorizer.get("refusal")));
    }
    Caller caller =
        new Caller(
            owner,
            Scopes.parse(authorizer.getOrDefault("scopes", "")),
            authorizer.getOrDefault("key_id", ""));
    return caller.scopes().cover(command)
        ? new Known(caller)
        : new Unknown(ScopeRefusal.of(command));
  }

  private static Refused unauthenticated(@Nullable String reason) {
    return "INVALID_TOKEN".equals(reason)
        ? Refused.because(
            ErrorCodes.INVALID_TOKEN,
            "The API key is unknown or revoked.",
            "Send a valid key as Authorization: Bearer <key>.")
        : Refused.because(
            ErrorCodes.UNAUTHORIZED,
            "The request carries no usable credential.",
            "Send a key as Authorization: Bearer <key>.");
  }
}
