package dev.baton.survey.store;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.dynamo.AttributeJson;
import dev.baton.survey.core.machine.Decision;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.row.HandoffRow;
import dev.baton.survey.core.participant.row.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The rows that one decision writes, as one transaction together with its participant item. */
final class ParticipantRows {
  private static final String STARTED_AT = "started_at";
  private static final int MOST_MARKS = 50;

  private final SurveysTable table;
  private final DynamoTakenStore taken;

  ParticipantRows(SurveysTable table) {
    this.table = table;
    this.taken = new DynamoTakenStore(table);
  }

  /** The participant's put and everything beside it. */
  List<TransactWriteItem> transaction(Put participant, Decision decision) {
    Participant next = decision.next();
    ParticipantKey key = new ParticipantKey(next.pageId(), next.userId());
    Rows rows = decision.rows();
    List<TransactWriteItem> all = new ArrayList<>();
    all.add(TransactWriteItem.builder().put(participant).build());
    rows.answers().forEach(answer -> all.add(putOnce(AnswerItems.write(key, answer))));
    rows.handoffs().forEach(handoff -> all.add(update(key, handoff)));
    if (rows.forgetsTaken()) {
      all.addAll(forgotten(key, rows.taken()));
    }
    rows.taken()
        .forEach(shortcode ->
            all.add(put(ItemWriter.of(SurveyKeys.participant(key), SurveyKeys.taken(shortcode)))));
    return all;
  }

  // A transaction holds a hundred writes; nobody but a tester has that many marks, and theirs may
  // go one by one.
  private List<TransactWriteItem> forgotten(ParticipantKey key, List<String> kept) {
    String pk = SurveyKeys.participant(key);
    List<String> keptKeys = kept.stream().map(SurveyKeys::taken).toList();
    List<String> marks = taken.keys(key).stream().filter(sk -> !keptKeys.contains(sk)).toList();
    marks.stream().skip(MOST_MARKS).forEach(sk -> table.delete(pk, sk));
    return marks.stream().limit(MOST_MARKS).map(sk -> delete(pk, sk)).toList();
  }

  // An answer stays as it was written first; its message may come again when nobody remembers it.
  private TransactWriteItem putOnce(ItemWriter item) {
    Put put =
        Put.builder()
            .tableName(table.name())
            .item(item.item())
            .conditionExpression("attribute_not_exists(pk)")
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  private TransactWriteItem put(ItemWriter item) {
    Put put = Put.builder().tableName(table.name()).item(item.item()).build();
    return TransactWriteItem.builder().put(put).build();
  }

  private TransactWriteItem delete(String pk, String sk) {
    Delete delete = Delete.builder().tableName(table.name()).key(ItemWriter.key(pk, sk)).build();
    return TransactWriteItem.builder().delete(delete).build();
  }

  private TransactWriteItem update(ParticipantKey key, HandoffRow row) {
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    List<String> sets = new ArrayList<>();
    for (Map.Entry<String, AttributeValue> member : attributes(key, row).entrySet()) {
      String number = Integer.toString(sets.size());
      names.put("#n" + number, member.getKey());
      values.put(":v" + number, member.getValue());
      sets.add("#n" + number + " = :v" + number);
    }
    Update update =
        Update.builder()
            .tableName(table.name())
            .key(
                ItemWriter.key(
                    SurveyKeys.participant(key),
                    SurveyKeys.handoff(row.id().turn(), row.id().step())))
            .updateExpression("SET " + String.join(", ", sets))
            .expressionAttributeNames(names)
            .expressionAttributeValues(values)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  // The row enters the page's list with the write that opens the record.
  private static Map<String, AttributeValue> attributes(ParticipantKey key, HandoffRow row) {
    JsonObject members = row.members();
    Map<String, AttributeValue> attributes = new HashMap<>(AttributeJson.members(members));
    Json startedAt = members.get(STARTED_AT);
    if (startedAt != null) {
      long started = Long.parseLong(startedAt.write());
      String place = SurveyKeys.handoffRow(started, key.userId(), row.id().turn(), row.id().step());
      attributes.put(Columns.ROWS_PK, AttributeValue.fromS(SurveyKeys.handoffsOf(key.pageId())));
      attributes.put(Columns.ROWS_SK, AttributeValue.fromS(place));
    }
    return attributes;
  }
}
