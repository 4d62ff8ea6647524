package dev.baton.survey.core.form.compile;

import static dev.baton.survey.core.form.FormText.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.survey.core.answer.Acceptance;
import dev.baton.survey.core.answer.Reading;
import dev.baton.survey.core.answer.Reply;
import dev.baton.survey.core.form.Conduct;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.Finding;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.form.Forms;
import dev.baton.survey.core.values.DateFormat;
import dev.baton.survey.core.values.NumberLocale;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptancesTest {

  @ParameterizedTest
  @CsvSource({
    "short_text, AnyText",
    "long_text, AnyText",
    "date, DateText",
    "number, NumberIn",
    "email, Email",
    "phone_number, Phone",
    "yes_no, YesNo",
    "legal, Legal",
    "opinion_scale, Scale",
    "rating, Scale",
    "file_upload, Upload",
    "upload, Upload",
    "notify, Optin",
    "share, Nothing",
    "statement, Nothing",
    "thankyou_screen, Nothing",
    "notification_messages, Nothing",
  })
  void everyTypeReadsAnswersInItsWay(String type, String acceptance) {
    Field field = only(form().field("a", type, "Well?"));

    assertThat(field.acceptance().getClass().getSimpleName()).isEqualTo(acceptance);
    assertThat(field.isMessageOnly()).isEqualTo(acceptance.equals("Nothing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"multiple_choice", "dropdown", "picture_choice", "button_choice"})
  void choicesReadTheirLabels(String type) {
    FormText text = form().field("a", type, "Which?").choices("A", "B");

    assertThat(only(text).acceptance()).isEqualTo(new Acceptance.OneOf(List.of("A", "B"), false));
    assertThat(only(text.property("allow_other_choice", "true")).acceptance())
        .isEqualTo(new Acceptance.OneOf(List.of("A", "B"), true));
  }

  @Test
  void choicesWithoutALabelAreLeftOut() {
    Field field =
        only(
            form()
                .field("a", "dropdown", "Which?")
                .property(
                    "choices", "[{\"label\":\"A\"},{\"label\":\" \"},{},5,{\"label\":\"B\"}]"));

    assertThat(field.acceptance().labels()).containsExactly("A", "B");
  }

  @Test
  void numbersHaveTheBoundsOfTheirDescription() {
    Field field =
        only(
            form()
                .field("a", "number", "How many?")
                .description("validate: {integer: true, min: \"1\", max: 9.5, locale: de-DE}"));

    assertThat(field.acceptance())
        .isEqualTo(
            new Acceptance.NumberIn(
                true, BigDecimal.ONE, new BigDecimal("9.5"), NumberLocale.of("de-DE")));
    assertThat(only(form().field("a", "number", "How many?")).acceptance())
        .isEqualTo(new Acceptance.NumberIn(false, null, null, NumberLocale.EN_US));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "number|validate: {min: low}|validate.min 'low' is no number and has no effect",
        "number|validate: {max: [1]}|validate.max '[1]' is no number and has no effect",
        "number|validate: {max: {{hidden:m}}}|validate.max '{{hidden:m}}' is no number and has no effect",
        "phone_number|validate: {country: XX}|validate.country 'XX' is not known and has no effect",
      })
  void boundsThatCannotBeReadAreSaid(String type, String description, String fact) {
    List<Finding> findings =
        Forms.check(
                form()
                    .field("a", type, "Well?")
                    .description(description)
                    .member("hidden", "[\"m\"]")
                    .build())
            .findings();

    assertThat(findings)
        .extracting(Finding::code, Finding::message)
        .containsExactly(tuple("ignored-setting", "Question 1 'a': " + fact + "."));
  }

  @Test
  void phoneNumbersAreOfTheCountry() {
    FormText text = form().field("a", "phone_number", "Which number?");

    assertThat(only(text).acceptance()).isEqualTo(new Acceptance.Phone("US"));
    assertThat(only(form().say("a", "{type: phone_number, validate: {country: XX}}")).acceptance())
        .isEqualTo(new Acceptance.Phone("US"));
    assertThat(only(text.description("validate: {country: DE}")).acceptance())
        .isEqualTo(new Acceptance.Phone("DE"));
  }

  @Test
  void datesAreWrittenAsTheFormSays() {
    FormText text = form().field("a", "date", "When?");

    assertThat(only(text).acceptance()).isEqualTo(new Acceptance.DateText(null));
    assertThat(only(text.property("structure", "\"DDMMYYYY\"")).acceptance())
        .isEqualTo(new Acceptance.DateText(new DateFormat(DateFormat.Order.DDMMYYYY, "/")));
    assertThat(only(text.property("separator", "\".\"")).acceptance())
        .isEqualTo(new Acceptance.DateText(new DateFormat(DateFormat.Order.DDMMYYYY, ".")));
  }

  @Test
  void scalesBeginAtOneUnlessToldOtherwise() {
    FormText text = form().field("a", "rating", "How?");

    assertThat(only(text).acceptance()).isEqualTo(new Acceptance.Scale(1, 5));
    assertThat(only(text.property("steps", "13")).acceptance())
        .isEqualTo(new Acceptance.Scale(1, 13));
    assertThat(only(text.property("start_at_one", "false")).acceptance())
        .isEqualTo(new Acceptance.Scale(0, 13));
  }

  @ParameterizedTest
  @CsvSource({"0, no-choices", "-3, no-choices", "14, too-many-choices", "1e30, too-many-choices"})
  void scalesHaveOneToThirteenSteps(String steps, String code) {
    FormText text = form().field("a", "rating", "How?").property("steps", "\"" + steps + "\"");
    List<Finding> findings = Forms.check(text.build()).findings();

    // A number with an exponent is no number of a form, so the default counts.
    assertThat(findings)
        .extracting(Finding::code)
        .isEqualTo(steps.contains("e") ? List.of() : List.of(code));
  }

  @Test
  void uploadsAreOfTheTypeThatIsAskedFor() {
    FormText text = form().field("a", "file_upload", "Show me");

    assertThat(only(text).acceptance()).isEqualTo(new Acceptance.Upload(null));
    assertThat(only(text.description("validate: {type: image}")).acceptance())
        .isEqualTo(new Acceptance.Upload("image"));
    assertThat(only(form().say("a", "type: upload\nupload: {type: video}")).acceptance())
        .isEqualTo(new Acceptance.Upload("video"));
  }

  @Test
  void theOnlyButtonOfATemplateAnswersWithTheRef() {
    String settings = "type: utility_message\ntemplate: t\nlanguage: en";
    Field one = only(form().say("a", settings).choices("Start"));
    Field two = only(form().say("a", settings).choices("Start", "Stop"));
    Field none = only(form().say("a", settings));

    assertThat(one.read(new Reply.Tap("a")))
        .isInstanceOfSatisfying(
            Reading.Accepted.class, read -> assertThat(read.response()).isEqualTo("Start"));
    assertThat(one.read(new Reply.Text("a"))).isInstanceOf(Reading.Rejected.class);
    assertThat(two.read(new Reply.Tap("a"))).isInstanceOf(Reading.Rejected.class);
    assertThat(two.read(new Reply.Tap("Stop"))).isInstanceOf(Reading.Accepted.class);
    assertThat(none.isMessageOnly()).isTrue();
    assertThat(one.isRepeatedAlone()).isTrue();
    assertThat(only(form().ask("a")).isRepeatedAlone()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "short_text||ASKS",
        "short_text|keepMoving: true|PASSES",
        "short_text|keepMoving: false|ASKS",
        "short_text|keepMoving: {{hidden:x}}|ASKS",
        "statement||PASSES",
        "share||ASKS",
        "thankyou_screen|keepMoving: true|ENDS",
        "thankyou_screen|wait: {type: user_message}|ENDS",
        "statement|wait: {type: user_message}|WAITS",
        "yes_no|{wait: {type: user_message}, keepMoving: true}|WAITS",
        "statement|{type: stitch, stitch: {form: KNOWN}}|STITCHES",
        "statement|{type: stitch, stitch: {form: KNOWN}, wait: {type: user_message}}|WAITS",
        "statement|{type: handoff, target_app_id: 1, wait: {type: user_message}}|HANDS_OFF",
      })
  void whatFollowsTheMessageIsKnownAtImport(String type, String description, Conduct conduct) {
    FormText text = form().field("a", type, "Well?");
    Field field = only(description == null ? text : text.description(description));

    assertThat(field.conduct()).isEqualTo(conduct);
    assertThat(field.plainWait() != null).isEqualTo(conduct == Conduct.WAITS);
  }

  private static Field only(FormText text) {
    return Forms.compile(text).first();
  }
}
