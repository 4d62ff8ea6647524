package dev.baton.survey.core.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.core.json.Json;
import dev.baton.survey.core.form.Departure.Destination;
import dev.baton.survey.core.text.Missing;
import dev.baton.survey.core.values.Values;
import dev.baton.survey.core.waiting.Wait;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleFormsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reading.json",
        "literacy.json",
        "languages.json",
        "accessibility.json",
        "education.json",
        "handoff-short.json",
        "handoff-own-wait.json",
        "handoff-metadata.json"
      })
  void nothingIsToBeSaidAboutTheExamples(String name) {
    assertThat(Forms.check(Forms.resource(name)).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "literacy.json|literacy|111222333|20|{\"assessment_type\":\"literacy\",\"grade_level\":\"adult\"}",
        "languages.json|evaluate|444555666|15|{\"languages_offered\":[\"english\",\"spanish\",\"portuguese\"]}",
        "accessibility.json|check|777888999|10|{\"survey_context\":\"accessibility_check\"}",
        "education.json|learn|123123123|45|{\"module_type\":\"health_education\",\"topic\":\"vaccination_info\"}",
        "handoff-short.json|give|123456789|30|{}",
        "handoff-own-wait.json|give|987654321|60|{\"survey_context\":\"literacy_assessment\",\"participant_id\":\"77\"}",
        "handoff-metadata.json|give|555666777|60|{\"participant_age\":\"\",\"survey_language\":\"\",\"assessment_type\":\"reading_comprehension\"}",
      })
  void handoffsAreReadAsWritten(
      String name, String ref, String target, int minutes, String metadata) {
    Form form = Forms.compile(Forms.resource(name));

    Field field = Objects.requireNonNull(form.field(ref));
    HandoffPlan plan = Objects.requireNonNull(field.handoff());

    assertThat(field.conduct()).isEqualTo(Conduct.HANDS_OFF);
    assertThat(plan.steps()).hasSize(1);
    assertThat(plan.step(1).targetAppId()).isEqualTo(target);
    assertThat(plan.step(1).timeoutMillis()).isEqualTo(minutes * 60_000L);
    assertThat(plan.step(1).metadata().render(nobody(), new Missing()).write()).isEqualTo(metadata);
  }

  @Test
  void theReadingAssessmentBranchesOnTheReturnedLevel() {
    Form form = Forms.compile(Forms.resource("reading.json"));
    Field result = Objects.requireNonNull(form.field("result"));

    Departure low = form.leave(result, level(5));
    Departure high = form.leave(result, level(6));
    Departure none = form.leave(result, nobody());

    assertThat(nextRef(low)).isEqualTo("simple_1");
    assertThat(nextRef(high)).isEqualTo("standard_1");
    assertThat(nextRef(none)).isEqualTo("standard_1");
  }

  @Test
  void theReadingAssessmentIsCompiledCompletely() {
    Form form = Forms.compile(Forms.resource("reading.json"));

    assertThat(form.fields())
        .extracting(Field::ref, Field::type, Field::conduct)
        .containsExactly(
            tuple("name", FieldType.SHORT_TEXT, Conduct.ASKS),
            tuple("region", FieldType.MULTIPLE_CHOICE, Conduct.ASKS),
            tuple("reading", FieldType.HANDOFF, Conduct.HANDS_OFF),
            tuple("result", FieldType.STATEMENT, Conduct.PASSES),
            tuple("simple_1", FieldType.YES_NO, Conduct.ASKS),
            tuple("standard_1", FieldType.OPINION_SCALE, Conduct.ASKS),
            tuple("bye", FieldType.THANKYOU_SCREEN, Conduct.ENDS));
    assertThat(form.rememberedRefs()).containsExactly("name");
    HandoffPlan plan =
        Objects.requireNonNull(Objects.requireNonNull(form.field("reading")).handoff());
    assertThat(plan.step(1).ownWait()).isInstanceOf(Wait.Combined.class);
    assertThat(nextRef(form.leave(Objects.requireNonNull(form.field("simple_1")), nobody())))
        .isEqualTo("bye");
    assertThat(nextRef(form.leave(Objects.requireNonNull(form.field("standard_1")), nobody())))
        .isEqualTo("bye");
  }

  private static String nextRef(Departure departure) {
    return departure.destination() instanceof Destination.ToField(Field field)
        ? field.ref()
        : departure.destination().toString();
  }

  private static Values nobody() {
    return new Values("77", 0, Map.of(), Map.of(), Map.of());
  }

  private static Values level(long level) {
    return new Values(
        "77",
        0,
        Map.of("e_handover_assessment_results_reading_level", Json.of(level)),
        Map.of(),
        Map.of());
  }
}
