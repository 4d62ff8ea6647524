package dev.baton.survey.core.problem;

import org.jspecify.annotations.Nullable;

/**
 * Where in a form a parser stands. Inside the form's own JSON a step down lengthens the pointer;
 * inside a description, which is one text to the form, the pointer stays on the description.
 * Source: RFC 6901.
 *
 * @param pointer JSON pointer into the form
 * @param ref the question it belongs to, if any
 * @param inDescription whether the parser reads the inside of a description
 */
public record Location(String pointer, @Nullable String ref, boolean inDescription) {

  /** A place in the form's JSON. */
  public static Location inForm(String pointer, @Nullable String ref) {
    return new Location(pointer, ref, false);
  }

  /** A place inside the description at the pointer. */
  public static Location inDescription(String pointer, @Nullable String ref) {
    return new Location(pointer, ref, true);
  }

  /** The member of that name. */
  public Location member(String name) {
    return inDescription
        ? this
        : new Location(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), ref, false);
  }

  /** The element of that index, counted from 0. */
  public Location element(int index) {
    return member(Integer.toString(index));
  }

  /** An error found here. */
  public Problem error(String code, String fact, String suggestion) {
    return new Problem(code, true, pointer, ref, fact, suggestion);
  }

  /** A warning found here. */
  public Problem warning(String code, String fact, String suggestion) {
    return new Problem(code, false, pointer, ref, fact, suggestion);
  }
}
