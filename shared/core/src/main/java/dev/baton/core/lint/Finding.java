package dev.baton.core.lint;

/**
 * Something that must not be built.
 *
 * @param command the command
 * @param rule what is broken: a field of the definition, or {@code H1} to {@code H5}
 * @param message how
 */
public record Finding(String command, String rule, String message) {

  @Override
  public String toString() {
    return command + " " + rule + ": " + message;
  }
}
