package dev.baton.afd.schema;

import dev.baton.afd.command.AfdParts;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.CommandFunction;

/** The function behind {@code POST /commands/afd-schema}. */
public final class AfdSchemaHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public AfdSchemaHandler() {
    this(AfdParts.ofProcess());
  }

  /** The handler over these parts. */
  public AfdSchemaHandler(AfdParts parts) {
    super(parts.edge(AfdSchemaDefinition.DEFINITION, Arguments::json, new AfdSchema(parts)));
  }
}
