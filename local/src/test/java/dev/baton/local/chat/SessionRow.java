package dev.baton.local.chat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The stored row of one session, changed behind the back of the functions while nothing else writes
 * it. That is how a test lets time pass for functions, which have the clock of the machine.
 */
final class SessionRow {
  private static final Pattern MOMENT = Pattern.compile("(?<=:)\\d{13}(?=[,}\\]])");

  private final String sessionId;

  SessionRow(String sessionId) {
    this.sessionId = sessionId;
  }

  /** Moves all that happened to the session, and all its limits, into the past. */
  void age(Duration by) {
    change(body ->
        MOMENT
            .matcher(body)
            .replaceAll(moment -> Long.toString(Long.parseLong(moment.group()) - by.toMillis())));
  }

  /** Makes it a session of another protocol. */
  void protocol(String protocol) {
    change(body -> body.replace("\"protocol\":\"websocket\"", "\"protocol\":\"" + protocol + "\""));
  }

  private void change(UnaryOperator<String> body) {
    Map<String, AttributeValue> key =
        Map.of(
            "pk", AttributeValue.fromS("session#" + sessionId),
            "sk", AttributeValue.fromS("session"));
    try (DynamoDbClient client = DynamoDbClient.create()) {
      String table =
          client.listTables().tableNames().stream()
              .filter(name -> name.contains("Sessions"))
              .findFirst()
              .orElseThrow();
      AttributeValue stored =
          client
              .getItem(get -> get.tableName(table).key(key).consistentRead(true))
              .item()
              .get("body");
      String before = Objects.requireNonNull(stored).s();
      // Without its effects: nothing is to be done a second time.
      client.updateItem(update ->
          update
              .tableName(table)
              .key(key)
              .updateExpression("SET body = :after REMOVE effects")
              .conditionExpression("body = :before")
              .expressionAttributeValues(
                  Map.of(
                      ":before", AttributeValue.fromS(before),
                      ":after", AttributeValue.fromS(body.apply(before)))));
    }
  }
}
