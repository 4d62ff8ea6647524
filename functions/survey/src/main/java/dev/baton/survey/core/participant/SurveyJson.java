package dev.baton.survey.core.participant;

import static dev.baton.core.json.JsonFields.map;
import static dev.baton.core.json.JsonFields.number;
import static dev.baton.core.json.JsonFields.text;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.values.StoredAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A running survey as JSON. */
final class SurveyJson {
  private SurveyJson() {}

  static JsonObject toJson(RunningSurvey survey) {
    return JsonObject.builder()
        .put("shortcode", survey.shortcode())
        .put("form_version", survey.formVersion())
        .put("parent_shortcode", survey.parentShortcode())
        .put("started_at", survey.startedAt())
        .put("seed", survey.seed())
        .put("answers", answers(survey.answers()))
        .put("hidden", JsonObject.of(survey.hidden()))
        .put("variables", JsonObject.of(survey.variables()))
        .put("signals", names(survey.signalNames()))
        .build();
  }

  static RunningSurvey fromJson(JsonObject json) {
    return new RunningSurvey(
        text(json, "shortcode"),
        (int) number(json, "form_version"),
        text(json, "parent_shortcode"),
        number(json, "started_at"),
        number(json, "seed"),
        answers(JsonFields.object(json, "answers")),
        map(json, "hidden"),
        map(json, "variables"),
        names(JsonFields.object(json, "signals")));
  }

  private static JsonObject answers(Map<String, StoredAnswer> answers) {
    JsonObject.Builder json = JsonObject.builder();
    answers.forEach((ref, answer) -> json.put(ref, answer(answer)));
    return json.build();
  }

  private static JsonObject answer(StoredAnswer answer) {
    return JsonObject.builder().put("text", answer.text()).put("value", answer.value()).build();
  }

  private static Map<String, StoredAnswer> answers(JsonObject json) {
    Map<String, StoredAnswer> answers = new LinkedHashMap<>();
    for (JsonObject.Member member : json.members()) {
      if (member.value() instanceof JsonObject answer) {
        Json value = answer.get("value");
        String text = text(answer, "text");
        answers.put(member.name(), new StoredAnswer(text, value == null ? Json.of(text) : value));
      }
    }
    return answers;
  }

  private static JsonObject names(Map<String, List<String>> names) {
    JsonObject.Builder json = JsonObject.builder();
    names.forEach((type, list) -> json.put(type, JsonArray.ofTexts(list)));
    return json.build();
  }

  private static Map<String, List<String>> names(JsonObject json) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (JsonObject.Member member : json.members()) {
      names.put(member.name(), JsonFields.texts(json, member.name()));
    }
    return names;
  }
}
