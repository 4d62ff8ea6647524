package dev.baton.survey.core.text;

import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.problem.Problem;
import dev.baton.survey.core.values.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Reads the inside of one placeholder: {@code kind:name} and at most one pipe. Source: survey
 * specification §4.5.
 */
final class PlaceholderParser {
  private static final String E164 = "e164";
  private static final String SUGGESTION = "Write {{hidden:key}}, {{field:ref}} or {{var:name}}.";

  private PlaceholderParser() {}

  /** Reads a placeholder, braces included. */
  static Parsed<Placeholder> parse(String source, Location location) {
    String inside = source.substring(2, source.length() - 2);
    int bar = inside.indexOf('|');
    String pipe = bar < 0 ? null : inside.substring(bar + 1).strip();
    Reference reference = reference(bar < 0 ? inside : inside.substring(0, bar));
    if (reference == null) {
      return Parsed.none(
          location.error("bad-placeholder", "'" + source + "' names no value", SUGGESTION));
    }
    if (pipe != null && !pipe.equals(E164)) {
      return Parsed.none(
          location.error(
              "unknown-pipe",
              "'" + pipe + "' in '" + source + "' is no pipe",
              "Write |e164 or leave it out."));
    }
    return Parsed.of(new Placeholder(reference, pipe != null, false, source));
  }

  static Problem unclosed(String text, Location location) {
    return location.error("bad-placeholder", "'" + excerpt(text) + "' is not closed", SUGGESTION);
  }

  private static String excerpt(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  /** Typeform escapes underscores; a name never needs the backslash. */
  private static @Nullable Reference reference(String text) {
    int colon = text.indexOf(':');
    String name = text.substring(colon + 1).strip().replace("\\_", "_");
    if (colon < 0 || name.isEmpty()) {
      return null;
    }
    return switch (text.substring(0, colon).strip()) {
      case "hidden" -> new Reference.Hidden(name);
      case "field" -> new Reference.Field(name);
      case "var" -> new Reference.Variable(name);
      default -> null;
    };
  }
}
