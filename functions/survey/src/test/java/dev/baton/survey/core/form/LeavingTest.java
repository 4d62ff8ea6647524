package dev.baton.survey.core.form;

import static dev.baton.survey.core.form.FormText.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.core.form.Departure.Destination;
import dev.baton.survey.core.values.StoredAnswer;
import dev.baton.survey.core.values.Values;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeavingTest {
  private static final String OUTCOME =
      """
      {"variable":"winner","choices":[
        {"id":"o1","counter_variable":"c1","thankyou_screen_ref":"one"},
        {"id":"o2","counter_variable":"c2","thankyou_screen_ref":"two"}]}\
      """;

  @Test
  void withoutLogicTheNextFieldFollows() {
    Form form = Forms.compile(form().ask("a").ask("b"));

    assertThat(next(form.leave(form.first(), values(form)))).isEqualTo("b");
    assertThat(form.after(form.first())).isSameAs(form.field("b"));
  }

  @Test
  void afterTheLastFieldTheSurveyIsOver() {
    Form form = Forms.compile(form().ask("a"));

    assertThat(form.leave(form.first(), values(form)).destination())
        .isEqualTo(new Destination.ToEnd());
    assertThat(form.after(form.first())).isNull();
  }

  @Test
  void calculationsComeBeforeTheJump() {
    Form form =
        Forms.compile(
            form()
                .ask("a")
                .ask("b")
                .ask("c")
                .action("a", calculation("add", "score", "5", "always"))
                .action("a", calculation("divide", "score", "\"x\"", "always"))
                .jump(
                    "a",
                    "c",
                    """
                    {"op":"equal","vars":[{"type":"variable","value":"score"},\
                    {"type":"constant","value":5}]}\
                    """));

    Departure departure = form.leave(form.first(), values(form));

    assertThat(next(departure)).isEqualTo("c");
    assertThat(departure.variables().get("score")).isEqualTo(Json.of(5));
    assertThat(departure.failedCalculations()).isEqualTo(1);
  }

  @Test
  void aStitchWinsOverEveryJump() {
    Form form =
        Forms.compile(
            form()
                .say("a", "type: stitch\nstitch: {form: KNOWN, metadata: {k: 1}}")
                .ask("b")
                .jump("a", "b"));

    Destination destination = form.leave(form.first(), values(form)).destination();

    assertThat(destination)
        .isInstanceOfSatisfying(
            Destination.ToForm.class,
            other -> {
              assertThat(other.stitch().form().source()).isEqualTo("KNOWN");
              assertThat(other.stitch().metadata().source().write()).isEqualTo("{\"k\":1}");
            });
  }

  @Test
  void theHighestCounterChoosesTheEnding() {
    FormText text = quiz().action("a", calculation("add", "c2", "1", "always"));
    Form form = Forms.compile(text);

    Departure departure = form.leave(form.first(), values(form));

    assertThat(next(departure)).isEqualTo("two");
    assertThat(departure.variables()).containsEntry("winner", Json.of("o2"));
  }

  @Test
  void ofEqualCountersTheFirstChoosesTheEnding() {
    Form form = Forms.compile(quiz());

    Departure departure = form.leave(form.first(), values(form));

    assertThat(next(departure)).isEqualTo("one");
    assertThat(departure.variables()).containsEntry("winner", Json.of("o1"));
  }

  @Test
  void aJumpToAnEndingWinsOverTheOutcome() {
    Form form = Forms.compile(quiz().jump("a", "default"));

    Departure departure = form.leave(form.first(), values(form));

    assertThat(next(departure)).isEqualTo("default");
    assertThat(departure.variables().get("winner")).isNotEqualTo(Json.of("o1"));
  }

  @Test
  void theOutcomeWaitsForTheLastQuestion() {
    Form form =
        Forms.compile(
            form()
                .ask("a")
                .ask("b")
                .ending("one", "1")
                .ending("two", "2")
                .member("outcome", OUTCOME));

    assertThat(next(form.leave(form.first(), values(form)))).isEqualTo("b");
    assertThat(form.outcome()).isNotNull();
  }

  @Test
  void onlyAnswersThatAreUsedAreRemembered() {
    Form form =
        Forms.compile(
            form()
                .ask("unused")
                .ask("titled")
                .ask("described")
                .ask("judged")
                .ask("counted")
                .ask("decisive")
                .field("t", "statement", "{{field:titled}} {{hidden:x}} {{var:v}}")
                .say("d", "note: \"{{field:described}}\"")
                .say(
                    "h",
                    "type: handoff\nchain: [{target_app_id: 1}, {target_app_id: 2, when: {op: is,"
                        + " vars: [{type: field, value: decisive}, {type: constant, value: a}]}}]")
                .action("t", calculation("add", "score", "7", "always"))
                .action(
                    "t",
                    """
                    {"action":"add","details":{"target":{"type":"variable","value":"sum"},\
                    "value":{"type":"field","value":"counted"}},\
                    "condition":{"op":"always","vars":[]}}\
                    """)
                .jump(
                    "t",
                    "d",
                    """
                    {"op":"is","vars":[{"type":"field","value":"judged"},\
                    {"type":"constant","value":"x"}]}\
                    """));

    assertThat(form.rememberedRefs())
        .containsExactlyInAnyOrder("titled", "described", "judged", "counted", "decisive");
    assertThat(form.variables()).containsKeys("v", "score", "sum").containsEntry("v", Json.of(0));
  }

  private static FormText quiz() {
    return form()
        .ask("a")
        .ending("default", "0")
        .ending("one", "1")
        .ending("two", "2")
        .member("outcome", OUTCOME);
  }

  private static String next(Departure departure) {
    return departure.destination() instanceof Destination.ToField(Field field)
        ? field.ref()
        : departure.destination().toString();
  }

  private static Values values(Form form) {
    return new Values(
        "u", 0, Map.of(), Map.of("a", new StoredAnswer("x", Json.of("x"))), form.variables());
  }

  private static String calculation(
      String action, String variable, String constant, String condition) {
    return """
    {"action":"%s","details":{"target":{"type":"variable","value":"%s"},\
    "value":{"type":"constant","value":%s}},"condition":{"op":"%s","vars":[]}}\
    """
        .formatted(action, variable, constant, condition);
  }
}
