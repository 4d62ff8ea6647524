package dev.baton.afd.docs;

import dev.baton.afd.command.AfdParts;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.CommandFunction;

/** The function behind {@code POST /commands/afd-docs}. */
public final class AfdDocsHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public AfdDocsHandler() {
    this(AfdParts.ofProcess());
  }

  /** The handler over these parts. */
  public AfdDocsHandler(AfdParts parts) {
    super(parts.edge(AfdDocsDefinition.DEFINITION, Arguments::json, new AfdDocs(parts)));
  }
}
