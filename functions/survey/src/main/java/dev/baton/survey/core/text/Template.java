package dev.baton.survey.core.text;

import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.values.Reference;
import dev.baton.survey.core.values.Values;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text with placeholders {@code {{hidden:key}}}, {@code {{field:ref}}}, {@code {{var:name}}},
 * compiled. Source: survey specification §4.5.
 *
 * @param source the text as the author wrote it
 * @param literals the texts around the placeholders, one more than there are placeholders
 * @param placeholders the placeholders in order
 */
public record Template(String source, List<String> literals, List<Placeholder> placeholders) {

  /** A template over copies of the lists. */
  public Template {
    literals = List.copyOf(literals);
    placeholders = List.copyOf(placeholders);
  }

  /** Compiles a text. Problems: {@code bad-placeholder}, {@code unknown-pipe}. */
  public static Parsed<Template> parse(String text, Location location) {
    return text.contains(PlaceholderScan.OPEN)
        ? new TemplateParser(text, location).parse()
        : Parsed.of(constant(text));
  }

  /** A text in which nothing is a placeholder. */
  public static Template constant(String text) {
    return new Template(text, List.of(text), List.of());
  }

  /** The text with every placeholder filled in; a missing value is empty and counted. */
  public String render(Values values, Missing missing) {
    if (placeholders.isEmpty()) {
      return source;
    }
    StringBuilder out = new StringBuilder(source.length() + 32);
    for (int index = 0; index < placeholders.size(); index++) {
      out.append(literals.get(index));
      placeholders.get(index).append(values, missing, out);
    }
    return out.append(literals.getLast()).toString();
  }

  /** The values it names, in order. */
  public Set<Reference> references() {
    Set<Reference> references = new LinkedHashSet<>();
    placeholders.forEach(placeholder -> references.add(placeholder.reference()));
    return references;
  }

  /** Whether it has no placeholder. */
  public boolean isConstant() {
    return placeholders.isEmpty();
  }

  /** The number of characters that stand in every rendering, placeholders left out. */
  public int fixedLength() {
    return literals.stream().mapToInt(String::length).sum();
  }
}
