package dev.baton.survey.core.text;

import dev.baton.core.json.Json;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import java.util.ArrayList;
import java.util.List;

/**
 * A description whose placeholders are hidden from the YAML or JSON parser. Each becomes a token of
 * digits, so that an unquoted one is parsed as a number and a quoted one as a text. The parser must
 * therefore hand numbers over with their digits as written. Source: survey specification §4.3.
 */
public final class Placeholders {
  private final String text;
  private final Tokens tokens;

  private Placeholders(String text, Tokens tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** Hides the placeholders of a raw description; also {@code \_} becomes {@code _}. */
  public static Placeholders protect(String raw) {
    String source = MarkdownLinks.unwrapPlain(raw.replace("\\_", "_"));
    List<String> hidden = new ArrayList<>();
    StringBuilder text = new StringBuilder(source.length());
    String prefix = Tokens.prefixFor(source);
    int from = 0;
    int open = PlaceholderScan.open(source, from);
    while (open >= 0 && hidden.size() < Tokens.MOST) {
      int end = PlaceholderScan.end(source, open);
      int next = end < 0 ? open + PlaceholderScan.OPEN.length() : end;
      if (end >= 0) {
        text.append(source, from, open).append(Tokens.token(prefix, hidden.size()));
        hidden.add(source.substring(open, end));
        from = end;
      }
      open = PlaceholderScan.open(source, next);
    }
    text.append(source, from, source.length());
    return new Placeholders(text.toString(), new Tokens(prefix, hidden));
  }

  /** The text for the parser. */
  public String text() {
    return text;
  }

  /**
   * Compiles what the parser made of {@link #text()}: in each string the first {@code [text](url)}
   * becomes {@code url}, tokens become placeholders again. Problems: {@code bad-placeholder},
   * {@code unknown-pipe}.
   */
  public Parsed<JsonTemplate> compile(Json parsed, Location location) {
    return new JsonTemplateCompiler(tokens, location).compile(parsed);
  }
}
