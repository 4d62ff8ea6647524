package dev.baton.shell.command;

import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;

/** What is said to a key whose scopes do not cover a command, whatever way it came. */
public final class ScopeRefusal {
  private ScopeRefusal() {}

  /** The refusal of a command. */
  public static Refused of(String command) {
    return Refused.because(
        ErrorCodes.FORBIDDEN,
        "The key's scopes do not cover " + command + ".",
        "Use a key with the scope " + command + ", its category, or *.");
  }
}
