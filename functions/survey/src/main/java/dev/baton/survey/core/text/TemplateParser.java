package dev.baton.survey.core.text;

import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Splits a text at its placeholders and notes which of them stand in a URL. Used once. */
final class TemplateParser {
  private static final String HTTP = "http://";
  private static final String HTTPS = "https://";

  private final String text;
  private final Location location;
  private final List<String> literals = new ArrayList<>();
  private final List<Placeholder> placeholders = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private boolean inUrl;

  TemplateParser(String text, Location location) {
    this.text = text;
    this.location = location;
  }

  Parsed<Template> parse() {
    int from = 0;
    int open = PlaceholderScan.open(text, from);
    while (open >= 0) {
      int end = PlaceholderScan.end(text, open);
      if (end < 0) {
        problems.add(PlaceholderParser.unclosed(text.substring(open), location));
        break;
      }
      literal(from, open);
      placeholder(text.substring(open, end));
      from = end;
      open = PlaceholderScan.open(text, from);
    }
    literal(from, text.length());
    return problems.isEmpty()
        ? Parsed.of(new Template(text, literals, placeholders))
        : new Parsed<>(null, problems);
  }

  private void placeholder(String source) {
    Parsed<Placeholder> parsed = PlaceholderParser.parse(source, location);
    problems.addAll(parsed.problems());
    Placeholder placeholder = parsed.value();
    if (placeholder != null) {
      placeholders.add(inUrl ? placeholder.inUrl() : placeholder);
    }
  }

  /** A URL begins with its scheme and ends at the next blank. */
  private void literal(int from, int to) {
    literals.add(text.substring(from, to));
    for (int index = from; index < to; index++) {
      if (inUrl) {
        inUrl = !Character.isWhitespace(text.charAt(index));
      } else {
        inUrl = begins(HTTP, index, to) || begins(HTTPS, index, to);
      }
    }
  }

  private boolean begins(String scheme, int index, int to) {
    return index + scheme.length() <= to
        && text.regionMatches(true, index, scheme, 0, scheme.length());
  }
}
