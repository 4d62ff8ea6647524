package dev.baton.survey.core.form.compile;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.compile.DescriptionParser.Described;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.JsonTemplate.ObjectTemplate;
import dev.baton.survey.core.text.Placeholders;
import java.util.regex.Pattern;

/**
 * Reads the description of a field: placeholders are hidden before the text is parsed and filled in
 * after it, so that no answer can change its structure. Source: survey spec §4.3.
 */
final class DescriptionReader {
  /** What an author begins who means configuration: a brace, or a key of lower-case letters. */
  private static final Pattern OBJECT =
      Pattern.compile("\\s*+(?:\\{|[\"']?[a-z]\\w*+[\"']?\\s*+:(?:\\s|$)).*", Pattern.DOTALL);

  /** A link as the value of a key or element, where YAML takes the bracket for a list. */
  private static final Pattern BARE_LINK =
      Pattern.compile("([:,-]\\s++|\\{\\s*+)\\[[^\\]\\n]*+\\]\\(([^)\\s]++)\\)");

  private final DescriptionParser parser;

  DescriptionReader(DescriptionParser parser) {
    this.parser = parser;
  }

  Parsed<Description> read(FieldSource field) {
    String raw = field.description();
    if (raw == null || raw.isBlank()) {
      return Parsed.of(Description.NONE);
    }
    Location at = field.descriptionLocation();
    Placeholders hidden = Placeholders.protect(raw);
    Described described = parser.parse(hidden.text());
    if (described instanceof Described.Unreadable && BARE_LINK.matcher(raw).find()) {
      hidden = Placeholders.protect(BARE_LINK.matcher(raw).replaceAll("$1$2"));
      described = parser.parse(hidden.text());
    }
    return switch (described) {
      case Described.Read read when read.value() instanceof JsonObject ->
          compiled(hidden.compile(read.value(), at), read);
      case Described.Read prose -> Parsed.of(Description.NONE);
      case Described.Unreadable(String reason) -> unreadable(raw, reason, at);
    };
  }

  private static Parsed<Description> compiled(Parsed<JsonTemplate> template, Described.Read read) {
    return template.value() instanceof ObjectTemplate object
        ? new Parsed<>(new Description(object, read.rewritten()), template.problems())
        : new Parsed<>(null, template.problems());
  }

  private static Parsed<Description> unreadable(String raw, String reason, Location at) {
    if (!OBJECT.matcher(raw).matches()) {
      return Parsed.of(Description.NONE);
    }
    return Parsed.none(
        at.error(
            "description-unparsable",
            "the description is neither YAML nor JSON (" + reason + ")",
            "Correct it there, or begin a text for people with a capital letter."));
  }
}
