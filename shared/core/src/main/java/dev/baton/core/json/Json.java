package dev.baton.core.json;

/**
 * A JSON value as data: the only form in which the pure core knows JSON. It is read outside the
 * core and written by {@link #write()}. Numbers keep their digits as written. Source: RFC 8259.
 */
public sealed interface Json
    permits JsonObject, JsonArray, JsonText, JsonNumber, JsonBoolean, JsonNull {

  /** The compact JSON text of this value: no blanks, members in document order. */
  default String write() {
    return JsonWriter.write(this);
  }

  /** Text value. */
  static Json of(String value) {
    return new JsonText(value);
  }

  /** Integral number. */
  static Json of(long value) {
    return new JsonNumber(Long.toString(value));
  }

  /** Truth value. */
  static Json of(boolean value) {
    return value ? JsonBoolean.TRUE : JsonBoolean.FALSE;
  }
}
