package dev.baton.survey.store;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.dynamo.AttributeJson;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.Cursor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads handoff records with the members of survey spec §6.8, oldest first. They are written with
 * the participant item.
 */
public final class DynamoHandoffStore {
  private static final String PREFIX = "handoff#";

  private final SurveysTable table;

  /** A store. */
  public DynamoHandoffStore(SurveysTable table) {
    this.table = table;
  }

  /** Records of one participant. Sees every finished write. */
  public Page<JsonObject> ofParticipant(
      ParticipantKey participant, int limit, @Nullable Cursor from) {
    String pk = SurveyKeys.participant(participant);
    return RowQuery.ofTable(table.beginningWith(pk, PREFIX), pk)
        .read(table, limit, from)
        .map(DynamoHandoffStore::read);
  }

  /**
   * Records of a page that were started between the two times, both included. May lag by a moment.
   */
  public Page<JsonObject> ofPage(
      String pageId, long since, long until, int limit, @Nullable Cursor from) {
    return RowQuery.ofRows(table, SurveyKeys.handoffsOf(pageId), since, until)
        .read(table, limit, from)
        .map(DynamoHandoffStore::read);
  }

  private static JsonObject read(Attributes item) {
    Map<String, AttributeValue> members = new HashMap<>(item.item());
    members.keySet().removeAll(ItemWriter.key("", "").keySet());
    members.remove(Columns.ROWS_PK);
    members.remove(Columns.ROWS_SK);
    return (JsonObject) AttributeJson.read(AttributeValue.fromM(members));
  }
}
