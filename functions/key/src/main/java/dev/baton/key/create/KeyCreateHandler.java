package dev.baton.key.create;

import dev.baton.key.KeyWiring;
import dev.baton.shell.access.KeyMint;
import dev.baton.shell.command.CommandFunction;

/** The function behind {@code POST /commands/key-create}. */
public final class KeyCreateHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public KeyCreateHandler() {
    this(KeyWiring.ofProcess());
  }

  /** The handler over these parts. */
  public KeyCreateHandler(KeyWiring wiring) {
    super(
        wiring.edge(
            KeyCreateDefinition.DEFINITION,
            KeyCreateInput::of,
            new KeyCreate(wiring.keys(), new KeyMint(), wiring.clock()),
            new ShownOnce()));
  }
}
