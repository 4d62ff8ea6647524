package dev.baton.shell.command;

import java.util.List;

/**
 * One declared field of an input.
 *
 * @param name its name in the JSON
 * @param type what it may hold
 * @param required whether it must be there
 * @param description one sentence for people and tools
 */
public record InputField(String name, InputType type, boolean required, String description) {

  /** A text field that must be there. */
  public static InputField requiredText(String name, int longest, String description) {
    return new InputField(name, new InputType.Text(1, longest, null), true, description);
  }

  /** A text field that may be there. */
  public static InputField text(String name, int longest, String description) {
    return new InputField(name, new InputType.Text(1, longest, null), false, description);
  }

  /** A field with one of some words that may be there. */
  public static InputField choice(String name, List<String> words, String description) {
    return new InputField(name, new InputType.Choice(List.copyOf(words)), false, description);
  }

  /** A field of any other type that may be there. */
  public static InputField optional(String name, InputType type, String description) {
    return new InputField(name, type, false, description);
  }

  /** The same field, which must be there. */
  public InputField mandatory() {
    return new InputField(name, type, true, description);
  }
}
