package dev.baton.survey.store;

import dev.baton.core.json.Json;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.json.JsonReader;
import dev.baton.survey.core.participant.row.AnswerRow;
import org.jspecify.annotations.Nullable;

/**
 * Answer rows as items. The typed value is JSON text, so that its digits stay as they were given.
 */
final class AnswerItems {
  private static final String USER = "user_id";
  private static final String KEY = "event_key";
  private static final String TIMESTAMP = "timestamp";
  private static final String PARENT = "parent_shortcode";
  private static final String FORM_VERSION = "form_version";
  private static final String REF = "ref";
  private static final String RESPONSE = "response";
  private static final String VALUE = "value";
  private static final String ACCEPTED = "accepted";
  private static final String REASON = "reason";
  private static final String DECIDED_AT = "decided_at";
  private static final JsonReader READER = JsonReader.keepingDuplicates(50);

  private AnswerItems() {}

  static ItemWriter write(ParticipantKey participant, AnswerRow answer) {
    Json value = answer.value();
    String user = participant.userId();
    return ItemWriter.of(
            SurveyKeys.participant(participant),
            SurveyKeys.answer(answer.timestamp(), answer.key()))
        .put(Columns.ROWS_PK, SurveyKeys.answersOf(participant.pageId(), answer.shortcode()))
        .put(Columns.ROWS_SK, SurveyKeys.answerRow(answer.timestamp(), user, answer.key()))
        .put(USER, user)
        .put(KEY, answer.key())
        .put(TIMESTAMP, answer.timestamp())
        .put(Columns.SHORTCODE, answer.shortcode())
        .put(PARENT, answer.parentShortcode())
        .put(FORM_VERSION, (long) answer.formVersion())
        .put(REF, answer.ref())
        .put(RESPONSE, answer.response())
        .put(VALUE, value == null ? null : value.write())
        .put(ACCEPTED, answer.accepted())
        .put(REASON, answer.reason())
        .put(DECIDED_AT, answer.decidedAt());
  }

  static StoredAnswerRow read(Attributes item) {
    return new StoredAnswerRow(
        item.requiredText(USER),
        new AnswerRow(
            item.requiredNumber(TIMESTAMP),
            item.requiredText(KEY),
            item.requiredText(Columns.SHORTCODE),
            item.requiredText(PARENT),
            Math.toIntExact(item.requiredNumber(FORM_VERSION)),
            item.requiredText(REF),
            item.requiredText(RESPONSE),
            json(item.text(VALUE)),
            item.truth(ACCEPTED, false),
            item.text(REASON),
            item.requiredNumber(DECIDED_AT)));
  }

  private static @Nullable Json json(@Nullable String text) {
    return text == null ? null : READER.readOwn(text);
  }
}
