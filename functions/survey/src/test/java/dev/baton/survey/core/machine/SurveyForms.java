package dev.baton.survey.core.machine;

import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.form.FormOptions;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.form.Forms;
import java.util.List;
import java.util.stream.Stream;

/** The forms that random transcripts run through: every kind of field, wait and handoff. */
final class SurveyForms {
  private static final String OTHER = "888777666";

  /** All forms, by the shortcode that a participant comes by. */
  static final List<Form> ALL =
      Stream.of(
              compile("PLAIN", plain()),
              compile("QUIZ", quiz()),
              compile("GIVE", give()),
              compile("CHAIN", chain()),
              compile("WAITS", waits()),
              compile("FIRST", first()),
              compile("SECOND", second()),
              compile("BOTH", both()))
          .toList();

  /** The forms that a transcript may begin with. */
  static final List<String> ENTRIES =
      List.of("PLAIN", "QUIZ", "GIVE", "CHAIN", "WAITS", "FIRST", "BOTH");

  private SurveyForms() {}

  private static Form compile(String shortcode, FormText text) {
    return Forms.compile(shortcode, 1, text.build(), FormOptions.DEFAULT);
  }

  private static FormText plain() {
    return FormText.form()
        .member("custom_messages", "{\"label.buttonHint.default\":\"Are you there?\"}")
        .ask("name")
        .field("age", "number", "Hello {{field:name}}, how old are you?")
        .field("mail", "email", "Your address?")
        .field("town", "multiple_choice", "City or village?")
        .choices("City", "Village")
        .say("thanks")
        .field("again", "yes_no", "Once more?")
        .field("photo", "upload", "A photo, please")
        .ending("bye", "Bye, {{field:name}}")
        .jump(
            "again",
            "age",
            """
            {"op":"is","vars":[{"type":"field","value":"again"},{"type":"constant","value":true}]}\
            """);
  }

  private static FormText quiz() {
    return FormText.form()
        .member("variables", "{\"score\":0}")
        .say("welcome")
        .field("one", "opinion_scale", "1 to 3?")
        .property("steps", "3")
        .field("two", "rating", "1 to 5?")
        .property("steps", "5")
        .field("link", "webview", "Look")
        .description("{\"url\":\"https://example.org/{{hidden:id}}\",\"keepMoving\":true}")
        .field("agree", "legal", "You have {{var:score}}. Agreed?")
        .ending("bye", "Bye")
        .action(
            "one",
            """
            {"action":"add","details":{"target":{"type":"variable","value":"score"},\
            "value":{"type":"field","value":"one"}},"condition":{"op":"always","vars":[]}}\
            """)
        .jump(
            "two",
            "agree",
            """
            {"op":"greater_than","vars":[{"type":"variable","value":"score"},\
            {"type":"constant","value":1}]}\
            """);
  }

  private static FormText give() {
    return FormText.form()
        .ask("before")
        .field("hand", "handoff", "Over to them")
        .description(
            """
            {"type":"handoff","target_app_id":"%s","timeout_minutes":20,\
            "metadata":{"said":"{{field:before}}"}}\
            """
                .formatted(World.TARGET))
        .field("level", "statement", "Level {{hidden:e_handover_level}}")
        .ask("high")
        .ask("low")
        .ending("bye", "Bye")
        .jump(
            "level",
            "low",
            """
            {"op":"lower_than","vars":[{"type":"hidden","value":"e_handover_level"},\
            {"type":"constant","value":5}]}\
            """)
        .jump("high", "bye");
  }

  private static FormText chain() {
    return FormText.form()
        .field("chain", "handoff", "First them, then those")
        .description(
            """
            {"type":"handoff","chain":[
            {"target_app_id":"%s","timeout_minutes":10},
            {"target_app_id":"%s","timeout_minutes":15,"metadata":{"n":"{{hidden:e_handover_level}}"}},
            {"target_app_id":"%s","timeout_minutes":5,
             "wait":{"op":"or","vars":[{"type":"user_message"},{"type":"handoff_return"}]}}]}\
            """
                .formatted(World.TARGET, OTHER, World.TARGET))
        .ask("after")
        .ending("bye", "Bye {{hidden:e_handover_step1_outcome}}");
  }

  private static FormText waits() {
    return FormText.form()
        .ask("start")
        .field("pause", "wait", "A moment")
        .description(
            """
            {"type":"wait","responseMessage":"Not yet","wait":{"op":"or","vars":[
            {"type":"external","value":{"type":"done"}},{"type":"timeout","value":"30m"}]}}\
            """)
        .field("open", "short_text", "Write or wait")
        .description("{\"wait\":{\"type\":\"timeout\",\"value\":\"1 hour\"}}")
        .field("both", "wait", "Two things")
        .description(
            """
            {"type":"wait","wait":{"op":"and","vars":[
            {"type":"external","value":{"type":"done"}},{"type":"timeout","value":"10m"}]}}\
            """)
        .field("word", "wait", "Say a word")
        .description(
            """
            {"type":"wait","wait":{"op":"or","vars":[{"type":"user_message"},
            {"type":"timeout","value":"2h"}]}}\
            """)
        .ask("end");
  }

  private static FormText first() {
    return FormText.form()
        .ask("name")
        .field("next", "stitch", "On we go")
        .description(
            "{\"type\":\"stitch\",\"stitch\":{\"form\":\"SECOND\",\"metadata\":{\"from\":\"first\"}}}");
  }

  private static FormText second() {
    return FormText.form()
        .field("from", "short_text", "You come from {{hidden:from}}?")
        .field("hand", "handoff", "Over to them")
        .description(
            "{\"type\":\"handoff\",\"target_app_id\":" + World.TARGET + ",\"timeout_minutes\":30}")
        .ask("end");
  }

  private static FormText both() {
    return FormText.form()
        .ask("before")
        .field("hand", "handoff", "Over to them")
        .description(
            """
            {"handoff":{"target_app_id":"%s","timeout_minutes":45,"wait":{"op":"and","vars":[
            {"type":"handoff_return"},{"type":"external","value":{"type":"done"}}]}},
            "type":"handoff"}\
            """
                .formatted(World.TARGET))
        .field("second", "handoff", "And again")
        .description(
            """
            {"type":"handoff","target_app_id":"%s","timeout_minutes":15,
            "when":{"op":"is","vars":[{"type":"hidden","value":"e_handover_outcome"},
            {"type":"constant","value":"returned"}]}}\
            """
                .formatted(OTHER))
        .ask("after")
        .ending("bye", "Bye");
  }
}
