package dev.baton.survey.core.text;

import dev.baton.core.json.Json;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;

/**
 * A description whose placeholders are hidden from the YAML or JSON parser. Each becomes a token of
 * digits, so that an unquoted one is parsed as a number and a quoted one as a text. The parser must
 * therefore hand numbers over with their digits as written. Source: survey specification §4.3.
 */
public final class Placeholders {
  private Placeholders() {}

  /** Hides the placeholders of a raw description; also {@code \_} becomes {@code _}. */
  public static Placeholders protect(String raw) {
    throw new UnsupportedOperationException(raw);
  }

  /** The text for the parser. */
  public String text() {
    throw new UnsupportedOperationException();
  }

  /**
   * Compiles what the parser made of {@link #text()}: in each string the first {@code [text](url)}
   * becomes {@code url}, tokens become placeholders again. Problems: {@code bad-placeholder},
   * {@code unknown-pipe}.
   */
  public Parsed<JsonTemplate> compile(Json parsed, Location location) {
    throw new UnsupportedOperationException(parsed + "" + location);
  }
}
