package dev.baton.core.json;

/** The JSON null. */
public record JsonNull() implements Json {

  /** The one that is used. */
  public static final JsonNull NULL = new JsonNull();
}
