package dev.baton.survey.core.form.compile;

import static dev.baton.survey.core.form.FormText.form;
import static dev.baton.survey.core.form.FormText.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.core.json.Json;
import dev.baton.survey.core.answer.MessageKeys;
import dev.baton.survey.core.form.CompiledForm;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.FieldType;
import dev.baton.survey.core.form.Finding;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.form.FormOptions;
import dev.baton.survey.core.form.FormSource;
import dev.baton.survey.core.form.Forms;
import dev.baton.survey.forms.YamlDescriptions;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

  @Test
  void groupsAreReplacedByTheirFields() {
    Form form =
        Forms.compile(
            json(
                """
                {"fields":[
                  {"ref":"g","type":"group","title":"About you","properties":{"fields":[
                    {"ref":"a","type":"short_text","title":"A?"},
                    {"ref":"h","type":"group","title":"","properties":{"fields":[
                      {"ref":"b","type":"email","title":"B?"}]}}]}},
                  {"ref":"c","type":"number","title":"C?"}]}\
                """));

    assertThat(form.fields())
        .extracting(Field::position, Field::ref, Field::type, Field::path)
        .containsExactly(
            tuple(1, "g", FieldType.STATEMENT, "/fields/0"),
            tuple(2, "a", FieldType.SHORT_TEXT, "/fields/0/properties/fields/0"),
            tuple(3, "b", FieldType.EMAIL, "/fields/0/properties/fields/1/properties/fields/0"),
            tuple(4, "c", FieldType.NUMBER, "/fields/1"));
  }

  @Test
  void endingsFollowUnlessTheyAreFieldsAlready() {
    Form form =
        Forms.compile(
            form()
                .ask("a")
                .field("bye", "statement", "Bye")
                .ending("bye", "Another bye")
                .ending("end", "\n The end \nwith a second line"));

    assertThat(form.fields())
        .extracting(Field::ref, Field::type, field -> field.title().source())
        .containsExactly(
            tuple("a", FieldType.SHORT_TEXT, "Tell me a"),
            tuple("bye", FieldType.STATEMENT, "Bye"),
            tuple("end", FieldType.THANKYOU_SCREEN, "The end "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|no-fields|",
        "{\"fields\":null}|form-invalid|/fields",
        "{\"fields\":{}}|form-invalid|/fields",
        "{\"fields\":[5]}|form-invalid|/fields/0",
        "{\"fields\":[{\"ref\":\" \",\"type\":\"email\",\"title\":\"x\"}]}|form-invalid|/fields/0",
        "{\"fields\":[{\"ref\":\"a\",\"type\":\"email\",\"title\":\"x\"}],\"thankyou_screens\":[5]}|form-invalid|/thankyou_screens/0",
        "{\"fields\":[{\"ref\":\"a\",\"type\":\"email\",\"title\":\"x\"}],\"thankyou_screens\":[{}]}|form-invalid|/thankyou_screens/0",
        "{\"fields\":[],\"thankyou_screens\":[{\"ref\":\"a\",\"title\":\"Bye\"}]}|no-fields|/fields",
        "{\"fields\":[{\"ref\":\"a\",\"title\":\"x\"}]}|unsupported-type|/fields/0",
        "5|form-invalid|",
      })
  void whatIsNoFormIsRefused(String form, String code, String path) {
    CompiledForm checked = Forms.check(json(form));

    assertThat(checked.form()).isNull();
    assertThat(checked.findings()).extracting(Finding::code).containsOnly(code);
    assertThat(checked.findings().getFirst().path()).isEqualTo(path == null ? "" : path);
  }

  @Test
  void groupsInGroupsHaveAnEnd() {
    String group = "{\"ref\":\"g\",\"type\":\"group\",\"properties\":{\"fields\":[";
    String deep = group.repeat(12) + "]}}".repeat(12);

    assertThat(Forms.check(json("{\"fields\":[" + deep + "]}")).findings())
        .extracting(Finding::message)
        .contains("Form: groups are nested too deeply.");
  }

  @Test
  void theFormKnowsWhatItIs() {
    Form form =
        compile(
            json("{\"fields\":[{\"ref\":\"a\",\"type\":\"email\",\"title\":\"x\"}]}"),
            json("{\"label.error.mustEnter\":\"Again!\",\"label.error.range\":5}"));

    assertThat(form.shortcode()).isEqualTo("CODE");
    assertThat(form.version()).isEqualTo(3);
    assertThat(form.title()).isEmpty();
    assertThat(form.options()).isEqualTo(FormOptions.DEFAULT);
    assertThat(form.messages().text(MessageKeys.MUST_ENTER)).isEqualTo("Again!");
    assertThat(form.messages().text(MessageKeys.RANGE))
        .isEqualTo("Sorry, please enter a valid number.");
    assertThat(form.messages().text("label.unknown")).isEqualTo("Again!");
    assertThat(form.messages().reminder()).isNull();
    assertThat(form.first()).isSameAs(form.field("a"));
    assertThat(form.field("b")).isNull();
  }

  @Test
  void messagesOfTheFormCountWithoutOthers() {
    Json form =
        json(
            """
            {"title":"T","custom_messages":{"label.buttonHint.default":"Still there?",\
            "label.error.mustSelect":" "},\
            "fields":[{"ref":"a","type":"email","title":"x"}]}\
            """);

    assertThat(compile(form, json("{}")).messages().reminder()).isNull();
    assertThat(Forms.compile(form).messages().reminder()).isEqualTo("Still there?");
    assertThat(Forms.compile(form).messages().text(MessageKeys.MUST_SELECT))
        .startsWith("Sorry, please use the buttons");
    assertThat(Forms.compile(form).title()).isEqualTo("T");
  }

  @Test
  void variablesBeginAsDeclared() {
    Form form =
        Forms.compile(
            form()
                .ask("a")
                .member("variables", "{\"score\":2.50,\"name\":\"x\",\"odd\":[],\"no\":null}"));

    assertThat(form.variables())
        .containsEntry("score", json("2.50"))
        .containsEntry("name", json("\"x\""))
        .containsEntry("odd", json("0"))
        .containsEntry("no", json("0"));
  }

  @Test
  void moreThanFiftyVariablesAreRefused() {
    StringBuilder variables = new StringBuilder("{\"v0\":0");
    for (int index = 1; index < 51; index++) {
      variables.append(",\"v").append(index).append("\":0");
    }
    var text = form().ask("a").member("variables", variables.append('}').toString());

    assertThat(Forms.check(text.build()).findings())
        .extracting(Finding::code, Finding::path, Finding::message)
        .containsExactly(
            tuple(
                "form-invalid",
                "/variables",
                "Form: there are 51 variables, and 50 at most are kept."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\":\"x\",\"counter_variable\":\"c\",\"thankyou_screen_ref\":\"bey\"}|dead-jump|/outcome/choices/0/thankyou_screen_ref",
        "{\"id\":\"x\",\"thankyou_screen_ref\":\"bye\"}|form-invalid|/outcome/choices/0",
        "5|form-invalid|/outcome/choices/0",
      })
  void outcomesLeadToEndings(String choice, String code, String path) {
    var text =
        form()
            .ask("a")
            .ending("bye", "Bye")
            .member("outcome", "{\"variable\":\"w\",\"choices\":[" + choice + "]}");

    assertThat(Forms.check(text.build()).findings())
        .extracting(Finding::code, Finding::path)
        .containsExactly(tuple(code, path));
  }

  @Test
  void logicOfOneFieldInTwoPlacesAddsUp() {
    Form form =
        Forms.compile(
            json(
                """
                {"fields":[{"ref":"a","type":"email","title":"x"},{"ref":"b","type":"email","title":"x"}],
                 "logic":[
                  {"ref":"a","actions":[{"action":"add","details":{"target":{"type":"variable","value":"s"},
                    "value":{"type":"constant","value":1}},"condition":{"op":"always","vars":[]}}]},
                  {"ref":"a"},
                  {"ref":"a","actions":[{"action":"jump","details":{"to":{"type":"field","value":"a"}},
                    "condition":{"op":"always","vars":[]}}]}]}\
                """));

    assertThat(form.first().logic().calculations()).hasSize(1);
    assertThat(form.first().logic().jumps()).hasSize(1);
  }

  @Test
  void findingsComeInTheOrderOfTheForm() {
    CompiledForm checked =
        Forms.check(
            form()
                .field("a", "short_text", "")
                .field("b", "matrix", "")
                .field("c", "short_text", "")
                .jump("x", "a")
                .build());

    assertThat(checked.findings())
        .extracting(Finding::message)
        .containsExactly(
            "Form: logic of 'x', which is no question, has no effect.",
            "Question 1 'a': the message has no text.",
            "Question 2 'b': a question of type 'matrix' cannot be asked in Messenger.",
            "Question 2 'b': the message has no text.",
            "Question 3 'c': the message has no text.");
    assertThat(checked.findings().get(1).toJson().write())
        .isEqualTo(
            "{\"code\":\"empty-title\",\"severity\":\"error\",\"path\":\"/fields/0/title\","
                + "\"ref\":\"a\",\"message\":\"Question 1 'a': the message has no text.\","
                + "\"suggestion\":\"Write what people should read.\"}");
    assertThat(checked.findings().getFirst().toJson().has("ref")).isFalse();
    assertThat(checked.findings().getFirst().toJson().text("severity")).isEqualTo("warning");
  }

  @Test
  void ofTwoFieldsWithOneRefTheRightOneIsNamed() {
    CompiledForm checked = Forms.check(form().ask("a").field("a", "short_text", " ").build());

    assertThat(checked.findings())
        .extracting(Finding::message)
        .contains("Question 2 'a': the message has no text.");
  }

  private static Form compile(Json form, Json messages) {
    CompiledForm compiled =
        new FormCompiler(new YamlDescriptions())
            .compile(new FormSource("CODE", 3, form, messages, FormOptions.DEFAULT));
    assertThat(compiled.hasErrors()).isFalse();
    return Objects.requireNonNull(compiled.form());
  }
}
