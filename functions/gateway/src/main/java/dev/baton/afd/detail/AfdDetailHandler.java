package dev.baton.afd.detail;

import dev.baton.afd.command.AfdParts;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.CommandFunction;

/** The function behind {@code POST /commands/afd-detail}. */
public final class AfdDetailHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public AfdDetailHandler() {
    this(AfdParts.ofProcess());
  }

  /** The handler over these parts. */
  public AfdDetailHandler(AfdParts parts) {
    super(parts.edge(AfdDetailDefinition.DEFINITION, Arguments::json, new AfdDetail(parts)));
  }
}
