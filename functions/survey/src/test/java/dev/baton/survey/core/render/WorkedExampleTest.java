package dev.baton.survey.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonCanonical;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.form.Forms;
import dev.baton.survey.core.text.Missing;
import dev.baton.survey.core.values.StoredAnswer;
import dev.baton.survey.core.values.Values;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The requests of the worked example, survey spec §10, member by member. */
class WorkedExampleTest {
  private static final String USER = "4567890123456789";
  private static final Form FORM = Forms.compile(Forms.resource("reading.json"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        """
        name|1:0|{"recipient":{"id":"4567890123456789"},"messaging_type":"RESPONSE","message":{"text":"Welcome! What is your first name?","metadata":"{\\"ref\\":\\"name\\",\\"type\\":\\"short_text\\",\\"eid\\":\\"1:0\\"}"}}\
        """,
        """
        region|2:0|{"recipient":{"id":"4567890123456789"},"messaging_type":"RESPONSE","message":{"text":"Where do you live?","quick_replies":[{"content_type":"text","title":"City","payload":"{\\"value\\":\\"City\\",\\"ref\\":\\"region\\"}"},{"content_type":"text","title":"Village","payload":"{\\"value\\":\\"Village\\",\\"ref\\":\\"region\\"}"}],"metadata":"{\\"ref\\":\\"region\\",\\"type\\":\\"multiple_choice\\",\\"eid\\":\\"2:0\\"}"}}\
        """,
        """
        reading|3:1|{"recipient":{"id":"4567890123456789"},"messaging_type":"RESPONSE","message":{"text":"Thank you, Ana. A short reading exercise comes next.","metadata":"{\\"type\\":\\"handoff\\",\\"target_app_id\\":\\"999888777\\",\\"timeout_minutes\\":20,\\"wait\\":{\\"op\\":\\"or\\",\\"vars\\":[{\\"type\\":\\"external\\",\\"value\\":{\\"type\\":\\"handoff_return\\",\\"target_app_id\\":\\"999888777\\"}},{\\"type\\":\\"timeout\\",\\"value\\":\\"20m\\"}]},\\"metadata\\":{\\"participant_id\\":\\"4567890123456789\\",\\"age_group\\":\\"25-34\\",\\"assessment_type\\":\\"reading_comprehension\\"},\\"ref\\":\\"reading\\",\\"eid\\":\\"3:1\\"}"}}\
        """,
        """
        result|4:1|{"recipient":{"id":"4567890123456789"},"messaging_type":"RESPONSE","message":{"text":"Thank you for completing the assessment! Based on your reading level of grade 6, we've prepared questions that match your comprehension level.","metadata":"{\\"ref\\":\\"result\\",\\"type\\":\\"statement\\",\\"eid\\":\\"4:1\\"}"}}\
        """,
        """
        standard_1|4:2|{"recipient":{"id":"4567890123456789"},"messaging_type":"RESPONSE","message":{"text":"How often do you read a newspaper? (1 never, 3 daily)","quick_replies":[{"content_type":"text","title":"1","payload":"{\\"value\\":\\"1\\",\\"ref\\":\\"standard_1\\"}"},{"content_type":"text","title":"2","payload":"{\\"value\\":\\"2\\",\\"ref\\":\\"standard_1\\"}"},{"content_type":"text","title":"3","payload":"{\\"value\\":\\"3\\",\\"ref\\":\\"standard_1\\"}"}],"metadata":"{\\"ref\\":\\"standard_1\\",\\"type\\":\\"opinion_scale\\",\\"eid\\":\\"4:2\\"}"}}\
        """,
        """
        bye|5:0|{"recipient":{"id":"4567890123456789"},"messaging_type":"RESPONSE","message":{"text":"Thank you for your time!","metadata":"{\\"ref\\":\\"bye\\",\\"type\\":\\"thankyou_screen\\",\\"eid\\":\\"5:0\\"}"}}\
        """
      })
  void eachMessageHasExactlyTheseMembers(String ref, String eid, String expected) {
    Missing missing = new Missing();

    JsonObject body =
        Messages.question(field(ref), ana(), missing, new Recipient.Person(USER), eid, false);

    assertThat(comparable(body)).isEqualTo(comparable(FormText.json(expected)));
    assertThat(missing.count()).isZero();
  }

  @Test
  void controlIsPassedWithTheMetadataOfTheAuthor() {
    Json metadata =
        Objects.requireNonNull(field("reading").handoff())
            .step(1)
            .metadata()
            .render(ana(), new Missing());

    assertThat(comparable(ThreadControl.pass(USER, "999888777", metadata)))
        .isEqualTo(
            comparable(
                FormText.json(
                    """
                    {"recipient":{"id":"4567890123456789"},"target_app_id":"999888777","metadata":"{\\"participant_id\\":\\"4567890123456789\\",\\"age_group\\":\\"25-34\\",\\"assessment_type\\":\\"reading_comprehension\\"}"}\
                    """)));
  }

  @Test
  void controlIsTakenBackWithTheReason() {
    assertThat(
            comparable(
                ThreadControl.take(
                    USER, "timeout", "112233445566778/4567890123456789/3/1", "999888777", 1_200)))
        .isEqualTo(
            comparable(
                FormText.json(
                    """
                    {"recipient":{"id":"4567890123456789"},"metadata":"{\\"reason\\":\\"timeout\\",\\"handoff_id\\":\\"112233445566778/4567890123456789/3/1\\",\\"target_app_id\\":\\"999888777\\",\\"duration_seconds\\":1200}"}\
                    """)));
  }

  /** The value with its members sorted, and metadata as the JSON that it is. */
  static Json comparable(Json json) {
    return JsonCanonical.sorted(opened(json));
  }

  private static Json opened(Json json) {
    if (!(json instanceof JsonObject object)) {
      return json;
    }
    JsonObject.Builder builder = JsonObject.builder();
    for (JsonObject.Member member : object.members()) {
      boolean isMetadata = member.name().equals("metadata") && member.value() instanceof JsonText;
      builder.put(
          member.name(),
          isMetadata ? FormText.json(((JsonText) member.value()).value()) : opened(member.value()));
    }
    return builder.build();
  }

  private static Field field(String ref) {
    return Objects.requireNonNull(FORM.field(ref));
  }

  private static Values ana() {
    return new Values(
        USER,
        3_382_297_316L,
        Map.of(
            "age_group",
            Json.of("25-34"),
            "e_handover_assessment_results_reading_level",
            Json.of(6)),
        Map.of("name", new StoredAnswer("Ana", Json.of("Ana"))),
        Map.of());
  }
}
