package dev.baton.key.list;

import dev.baton.key.KeyWiring;
import dev.baton.shell.command.CommandFunction;

/** The function behind {@code POST /commands/key-list}. */
public final class KeyListHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public KeyListHandler() {
    this(KeyWiring.ofProcess());
  }

  /** The handler over these parts. */
  public KeyListHandler(KeyWiring wiring) {
    super(wiring.edge(KeyListDefinition.DEFINITION, KeyListInput::of, new KeyList(wiring.keys())));
  }
}
