package dev.baton.core.schema;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a field may hold. Nothing is coerced and nothing is trimmed; null is never a value. */
public sealed interface FieldType {

  /**
   * A text. Without a shape it has no control characters other than tab and newline; a shape alone
   * says which characters it may have.
   *
   * @param shortest least number of characters
   * @param longest greatest number of characters
   * @param shape a regular expression for the whole text, alike in Java and ECMA-262; or null
   */
  record Text(int shortest, int longest, @Nullable Pattern shape) implements FieldType {}

  /** A text about whose characters nothing is promised; only in outputs. */
  record FreeText() implements FieldType {}

  /**
   * One of some words.
   *
   * @param words the words
   */
  record Choice(List<String> words) implements FieldType {

    /** A choice of a copy of the words. */
    public Choice {
      words = List.copyOf(words);
    }
  }

  /**
   * An integer, both bounds included. As in JSON Schema, 5.0 and 5e0 are the integer 5.
   *
   * @param least the least value
   * @param greatest the greatest value
   */
  record Whole(long least, long greatest) implements FieldType {

    /** The greatest integer that every JSON reader keeps exactly. */
    public static final long GREATEST_EXACT = 9_007_199_254_740_991L;
  }

  /** Any number. */
  record Decimal() implements FieldType {}

  /** True or false. */
  record Truth() implements FieldType {}

  /**
   * A point in time: an ISO-8601 text with seconds and offset, a date, or milliseconds since 1970.
   */
  record Moment() implements FieldType {}

  /** A point in time as Baton writes it: UTC with milliseconds and Z. */
  record Timestamp() implements FieldType {}

  /**
   * Any JSON object; its names are the caller's own.
   *
   * @param mostBytes greatest length of its compact UTF-8 text
   */
  record FreeObject(int mostBytes) implements FieldType {}

  /**
   * Any JSON object, or a text that somebody else will read as one.
   *
   * @param mostBytes greatest length of its compact UTF-8 text
   */
  record Document(int mostBytes) implements FieldType {}

  /** Any JSON value. */
  record Anything() implements FieldType {}

  /**
   * An object with declared fields.
   *
   * @param shape its fields
   */
  record Nested(Shape shape) implements FieldType {}

  /**
   * An array.
   *
   * @param element what each element may be
   * @param fewest least number of elements
   * @param most greatest number of elements
   */
  record ListOf(FieldType element, int fewest, int most) implements FieldType {}

  /**
   * An object with names of somebody's own, all of whose values are alike.
   *
   * @param value what each value may be
   */
  record MapOf(FieldType value) implements FieldType {}

  /**
   * One of several types, of which no two take the same JSON type.
   *
   * @param types the types
   */
  record Either(List<FieldType> types) implements FieldType {

    /** A choice between a copy of the types. */
    public Either {
      types = List.copyOf(types);
    }
  }

  /** A text of so many characters. */
  static FieldType text(int shortest, int longest) {
    return new Text(shortest, longest, null);
  }

  /** A text of so many characters that matches the expression as a whole. */
  static FieldType text(int shortest, int longest, String shape) {
    return new Text(shortest, longest, Pattern.compile(shape));
  }

  /** An object with these fields. */
  static FieldType nested(Field... fields) {
    return new Nested(Shape.of(fields));
  }

  /** An array of objects with these fields. */
  static FieldType listOf(Field... fields) {
    return listOf(nested(fields));
  }

  /** An array of any length. */
  static FieldType listOf(FieldType element) {
    return new ListOf(element, 0, Integer.MAX_VALUE);
  }

  /** Any JSON object, however long; only in outputs. */
  static FieldType object() {
    return new FreeObject(Integer.MAX_VALUE);
  }

  /** An integer of 0 or more. */
  static FieldType count() {
    return new Whole(0, Whole.GREATEST_EXACT);
  }
}
