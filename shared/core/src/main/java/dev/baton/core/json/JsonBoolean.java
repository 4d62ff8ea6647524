package dev.baton.core.json;

/**
 * A JSON truth value.
 *
 * @param value true or false
 */
public record JsonBoolean(boolean value) implements Json {

  /** True. */
  public static final JsonBoolean TRUE = new JsonBoolean(true);

  /** False. */
  public static final JsonBoolean FALSE = new JsonBoolean(false);
}
