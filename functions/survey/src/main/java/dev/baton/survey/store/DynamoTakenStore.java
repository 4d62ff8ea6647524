package dev.baton.survey.store;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Marks of the forms that a participant has taken. They are written with the participant item. */
public final class DynamoTakenStore {
  private static final String PREFIX = "taken#";

  private final SurveysTable table;

  /** A store. */
  public DynamoTakenStore(SurveysTable table) {
    this.table = table;
  }

  /** Whether the participant has taken the form. */
  public boolean isTaken(ParticipantKey participant, String shortcode) {
    return table.get(SurveyKeys.participant(participant), SurveyKeys.taken(shortcode)) != null;
  }

  /** The shortcodes of all forms that the participant has taken. */
  public List<String> all(ParticipantKey participant) {
    return keys(participant).stream()
        .map(sk -> SurveyKeys.unescape(sk.substring(PREFIX.length())))
        .toList();
  }

  /** The sort keys of all marks. */
  List<String> keys(ParticipantKey participant) {
    QueryRequest marks = table.beginningWith(SurveyKeys.participant(participant), PREFIX).build();
    return table.all(marks).stream().map(mark -> mark.requiredText(Columns.SK)).toList();
  }
}
