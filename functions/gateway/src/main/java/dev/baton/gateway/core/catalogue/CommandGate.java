package dev.baton.gateway.core.catalogue;

import dev.baton.core.access.Scopes;
import dev.baton.core.command.Exposure.Surface;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets the commands of a surface through and says why another name is turned away.
 *
 * @param all every command
 * @param scopes what the caller's key may call; the command itself refuses what they do not cover
 * @param surface where the caller came in
 */
public record CommandGate(Catalogue all, Scopes scopes, Surface surface) {
  private static final int LONGEST_SHOWN = 64;

  /** Why the command may not be called here, or null when it may. */
  public @Nullable Refused refusal(String name) {
    CatalogueEntry entry = all.find(name);
    if (entry == null) {
      return unknown(name);
    }
    return entry.on(surface) || !scopes.cover(name) ? null : hidden(name);
  }

  /** The commands that a caller finds listed here. */
  public Catalogue listed() {
    return all.coveredBy(scopes).on(surface);
  }

  /** The refusal of a name that no command has. */
  public Refused unknown(String name) {
    List<String> meant = all.coveredBy(scopes).nearest(name);
    return Refused.because(
        ErrorCodes.COMMAND_NOT_FOUND,
        "There is no command '" + shown(name) + "'.",
        meant.isEmpty()
            ? "List the commands with GET /commands."
            : "Did you mean " + String.join(", ", meant) + "?");
  }

  private static Refused hidden(String name) {
    return Refused.because(
        ErrorCodes.COMMAND_NOT_EXPOSED,
        "The command " + name + " is not offered on this surface.",
        "Call POST /commands/" + name + " instead.");
  }

  private static String shown(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "?");
    return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN) + "...";
  }
}
