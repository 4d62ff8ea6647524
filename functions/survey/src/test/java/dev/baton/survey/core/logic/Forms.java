package dev.baton.survey.core.logic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.problem.Problem;
import dev.baton.survey.core.values.DateFormat;
import dev.baton.survey.core.values.NumberLocale;
import dev.baton.survey.core.values.StoredAnswer;
import dev.baton.survey.core.values.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A form and participants for tests of logic. */
final class Forms {
  static final Location CONDITION = Location.inForm("/c", "q");

  static final FormNames NAMES = new FormNames(fields(), Set.of("bye", "late"));

  private Forms() {}

  private static Map<String, FieldTraits> fields() {
    Map<String, FieldTraits> fields = new LinkedHashMap<>();
    fields.put("text", FieldTraits.PLAIN);
    fields.put("other", FieldTraits.PLAIN);
    fields.put(
        "region",
        new FieldTraits(false, NumberLocale.EN_US, null, Map.of("c1", "City", "c2", "Village")));
    fields.put("consent", new FieldTraits(true, NumberLocale.EN_US, null, Map.of()));
    fields.put("german", new FieldTraits(false, NumberLocale.of("de"), null, Map.of()));
    fields.put(
        "born",
        new FieldTraits(
            false, NumberLocale.EN_US, new DateFormat(DateFormat.Order.DDMMYYYY, "/"), Map.of()));
    return fields;
  }

  /** A participant who answered one field with a text. */
  static Values answering(String ref, @Nullable String answer) {
    return values(
        answer == null ? Map.of() : Map.of(ref, new StoredAnswer(answer, Json.of(answer))),
        Map.of());
  }

  /** A participant with one hidden value {@code h}. */
  static Values hidden(@Nullable Json value) {
    return new Values("1", 0, value == null ? Map.of() : Map.of("h", value), Map.of(), Map.of());
  }

  static Values values(Map<String, StoredAnswer> answers, Map<String, Json> variables) {
    return new Values("1", 0, Map.of(), answers, variables);
  }

  /** The JSON of a condition. */
  static JsonObject condition(String operator, Json... vars) {
    return JsonObject.builder().put("op", operator).put("vars", JsonArray.of(vars)).build();
  }

  static JsonObject field(String ref) {
    return operand("field", Json.of(ref));
  }

  static JsonObject constant(Json value) {
    return operand("constant", value);
  }

  static JsonObject operand(String type, Json value) {
    return JsonObject.builder().put("type", type).put("value", value).build();
  }

  /** A value written as JSON in a table: number, true, false, null, or anything else as text. */
  static @Nullable Json cell(@Nullable String text) {
    if (text == null || text.equals("missing")) {
      return null;
    }
    if (text.startsWith("'")) {
      return Json.of(text.substring(1, text.length() - 1));
    }
    return switch (text) {
      case "null" -> JsonNull.NULL;
      case "true" -> Json.of(true);
      case "false" -> Json.of(false);
      default -> new JsonNumber(text);
    };
  }

  /** What a condition without problems compiles to. */
  static Condition parsed(Json condition) {
    Parsed<Condition> parsed = Conditions.parse(condition, Forms.NAMES, Forms.CONDITION);
    assertThat(parsed.problems()).isEmpty();
    return Objects.requireNonNull(parsed.value());
  }

  /** What is wrong with a condition. */
  static List<Problem> problems(Json condition) {
    Parsed<Condition> parsed = Conditions.parse(condition, Forms.NAMES, Forms.CONDITION);
    assertThat(parsed.value()).isNull();
    return parsed.problems();
  }
}
