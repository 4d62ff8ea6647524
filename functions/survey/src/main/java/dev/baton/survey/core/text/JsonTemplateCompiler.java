package dev.baton.survey.core.text;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns parsed JSON with tokens into a template. Used once. */
final class JsonTemplateCompiler {
  private final Tokens tokens;
  private final Location location;
  private final List<Problem> problems = new ArrayList<>();

  JsonTemplateCompiler(Tokens tokens, Location location) {
    this.tokens = tokens;
    this.location = location;
  }

  Parsed<JsonTemplate> compile(Json parsed) {
    JsonTemplate template = node(parsed);
    return problems.isEmpty() ? Parsed.of(template) : new Parsed<>(null, problems);
  }

  private JsonTemplate node(Json json) {
    return switch (json) {
      case JsonObject(List<JsonObject.Member> members) ->
          new JsonTemplate.ObjectTemplate(members.stream().map(this::member).toList());
      case JsonArray(List<Json> elements) ->
          new JsonTemplate.ArrayTemplate(elements.stream().map(this::node).toList());
      case JsonText(String text) -> text(json, tokens.restore(MarkdownLinks.unwrapFirst(text)));
      case JsonNumber(String literal) -> number(json, literal);
      case JsonBoolean truth -> new JsonTemplate.Constant(truth);
      case JsonNull nothing -> new JsonTemplate.Constant(nothing);
    };
  }

  private JsonTemplate.Member member(JsonObject.Member member) {
    return new JsonTemplate.Member(tokens.restore(member.name()), node(member.value()));
  }

  private JsonTemplate number(Json number, String literal) {
    if (!tokens.isIn(literal)) {
      return new JsonTemplate.Constant(number);
    }
    String restored = tokens.restore(literal);
    return tokens.isToken(literal) ? inserted(number, restored) : text(number, restored);
  }

  private JsonTemplate inserted(Json token, String source) {
    Placeholder placeholder = keep(PlaceholderParser.parse(source, location));
    return placeholder == null
        ? new JsonTemplate.Constant(token)
        : new JsonTemplate.InsertedValue(placeholder);
  }

  private JsonTemplate text(Json original, String restored) {
    Template template = keep(Template.parse(restored, location));
    if (template == null) {
      return new JsonTemplate.Constant(original);
    }
    return template.isConstant()
        ? new JsonTemplate.Constant(new JsonText(restored))
        : new JsonTemplate.TextTemplate(template);
  }

  private <T> @Nullable T keep(Parsed<T> parsed) {
    problems.addAll(parsed.problems());
    return parsed.value();
  }
}
