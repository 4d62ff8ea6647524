package dev.baton.key.revoke;

import dev.baton.key.KeyWiring;
import dev.baton.shell.command.CommandFunction;

/** The function behind {@code POST /commands/key-revoke}. */
public final class KeyRevokeHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public KeyRevokeHandler() {
    this(KeyWiring.ofProcess());
  }

  /** The handler over these parts. */
  public KeyRevokeHandler(KeyWiring wiring) {
    super(
        wiring.edge(
            KeyRevokeDefinition.DEFINITION,
            KeyRevokeInput::of,
            new KeyRevoke(wiring.keys(), wiring.sessions(), wiring.clock())));
  }
}
