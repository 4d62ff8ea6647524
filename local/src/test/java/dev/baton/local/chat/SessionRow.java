package dev.baton.local.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The stored row of one session, changed behind the back of the functions. That is how a test lets
 * time pass for functions, which have the clock of the machine.
 */
final class SessionRow {
  private static final Pattern MOMENT = Pattern.compile("(?<=:)\\d{13}(?=[,}\\]])");
  private static final Pattern VERSION = Pattern.compile("(?<=\"version\":)\\d+");

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
    try (DynamoDbClient client = DynamoDbClient.create()) {
      String table =
          client.listTables().tableNames().stream()
              .filter(name -> name.contains("Sessions"))
              .findFirst()
              .orElseThrow();
      int tries = 0;
      while (!changed(client, table, body)) {
        assertThat(++tries).as("tries to change %s", sessionId).isLessThan(100);
      }
    }
  }

  private static String next(MatchResult version) {
    return Long.toString(Long.parseLong(version.group()) + 1);
  }

  /** Whether nobody else wrote between the look and the change. */
  private boolean changed(DynamoDbClient client, String table, UnaryOperator<String> body) {
    Map<String, AttributeValue> key =
        Map.of(
            "pk", AttributeValue.fromS("session#" + sessionId),
            "sk", AttributeValue.fromS("session"));
    String before =
        Objects.requireNonNull(
                client
                    .getItem(get -> get.tableName(table).key(key).consistentRead(true))
                    .item()
                    .get("body"))
            .s();
    String after = VERSION.matcher(body.apply(before)).replaceFirst(SessionRow::next);
    try {
      // Without its effects: nothing is to be done a second time. With the next version: a function
      // that has read the session before must not write it as it was.
      client.updateItem(update ->
          update
              .tableName(table)
              .key(key)
              .updateExpression("SET body = :after, version = version + :one REMOVE effects")
              .conditionExpression("body = :before")
              .expressionAttributeValues(
                  Map.of(
                      ":before", AttributeValue.fromS(before),
                      ":after", AttributeValue.fromS(after),
                      ":one", AttributeValue.fromN("1"))));
      return true;
    } catch (ConditionalCheckFailedException written) {
      return false;
    }
  }
}
