package dev.baton.shell.command;

import java.util.List;
import java.util.Optional;

/**
 * The fields an input may have; every other one is refused.
 *
 * @param fields the fields in the order in which people read them
 */
public record InputSchema(List<InputField> fields) {

  /** A schema over a copy of the fields. */
  public InputSchema {
    fields = List.copyOf(fields);
  }

  /** A schema of these fields. */
  public static InputSchema of(InputField... fields) {
    return new InputSchema(List.of(fields));
  }

  /** The names of all fields, in order. */
  public List<String> names() {
    return fields.stream().map(InputField::name).toList();
  }

  /** The field of that name. */
  public Optional<InputField> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
