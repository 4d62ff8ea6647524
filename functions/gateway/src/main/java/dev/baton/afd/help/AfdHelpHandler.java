package dev.baton.afd.help;

import dev.baton.afd.command.AfdParts;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.CommandFunction;

/** The function behind {@code POST /commands/afd-help}. */
public final class AfdHelpHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public AfdHelpHandler() {
    this(AfdParts.ofProcess());
  }

  /** The handler over these parts. */
  public AfdHelpHandler(AfdParts parts) {
    super(parts.edge(AfdHelpDefinition.DEFINITION, Arguments::json, new AfdHelp(parts)));
  }
}
