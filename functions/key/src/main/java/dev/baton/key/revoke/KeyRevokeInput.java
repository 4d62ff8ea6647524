package dev.baton.key.revoke;

import dev.baton.shell.command.Arguments;

/**
 * The key that is meant.
 *
 * @param keyId its public name
 */
record KeyRevokeInput(String keyId) {

  static KeyRevokeInput of(Arguments arguments) {
    return new KeyRevokeInput(arguments.requiredText("keyId"));
  }
}
