package dev.baton.survey.core.text;

import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.values.Reference;
import dev.baton.survey.core.values.Values;
import java.util.Set;

/**
 * A text with placeholders {@code {{hidden:key}}}, {@code {{field:ref}}}, {@code {{var:name}}},
 * compiled. Source: survey specification §4.5.
 */
public final class Template {
  private Template() {}

  /** Compiles a text. Problems: {@code bad-placeholder}, {@code unknown-pipe}. */
  public static Parsed<Template> parse(String text, Location location) {
    throw new UnsupportedOperationException(text + location);
  }

  /** A text in which nothing is a placeholder. */
  public static Template constant(String text) {
    throw new UnsupportedOperationException(text);
  }

  /** The text with every placeholder filled in; a missing value is empty and counted. */
  public String render(Values values, Missing missing) {
    throw new UnsupportedOperationException(values + "" + missing);
  }

  /** The values it names. */
  public Set<Reference> references() {
    throw new UnsupportedOperationException();
  }

  /** Whether it has no placeholder. */
  public boolean isConstant() {
    throw new UnsupportedOperationException();
  }

  /** The text as the author wrote it. */
  public String source() {
    throw new UnsupportedOperationException();
  }

  /** The number of characters that stand in every rendering, placeholders left out. */
  public int fixedLength() {
    throw new UnsupportedOperationException();
  }
}
