package dev.baton.local.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.LocalStack;
import dev.baton.local.edge.EdgeClients;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Rows that are changed behind the back of the functions: so time passes for them, connections
 * break without a word, and rows cannot be read.
 */
final class Rows implements AutoCloseable {
  private static final Pattern MOMENT = Pattern.compile("(?<=:)\\d{13}(?=[,}\\]])");
  private static final Pattern CONNECTION =
      Pattern.compile("\"connection\":\\{\"id\":\"([^\"]+)\"");
  private static final String NOBODY = "nobody";

  private final DynamoDbClient client;
  private final String sessions;
  private final String surveys;

  Rows(LocalStack stack) {
    this.client = EdgeClients.of(DynamoDbClient.builder(), stack.awsUrl());
    this.sessions = table("Sessions");
    this.surveys = table("Surveys");
  }

  private String table(String part) {
    return client.listTables().tableNames().stream()
        .filter(name -> name.contains(part))
        .findFirst()
        .orElseThrow();
  }

  /** The session is over, and nobody has noticed. */
  void outlive(String sessionId) {
    change(session(sessionId), Rows::aged);
  }

  /** The key that made the session is revoked, and nobody has ended the session yet. */
  void orphan(String sessionId) {
    change(
        session(sessionId),
        body -> body.replaceFirst("\"key_id\":\"[^\"]+\"", "\"key_id\":\"" + NOBODY + "\""));
  }

  /** The session's connection is as old as API Gateway lets it become. */
  void tire(String sessionId) {
    long opened = System.currentTimeMillis() - Duration.ofHours(2).toMillis();
    change(
        session(sessionId),
        body -> body.replaceFirst("\"opened_at\":\\d+", "\"opened_at\":" + opened));
  }

  /** The session's connection is gone, and API Gateway has told nobody. */
  void cut(String sessionId) {
    String resource = text(session(sessionId), "\"resource\":\"([^\"]+)\"");
    change(
        session(sessionId),
        body -> CONNECTION.matcher(body).replaceFirst("\"connection\":{\"id\":\"" + NOBODY + "\""));
    set(key("resource#" + resource, "member#" + sessionId), "connection_id");
  }

  /** So is the one that the events of an agent go to. */
  void cutEvents(String sessionId) {
    set(key("agent#" + sessionId, "socket"), "connection_id");
  }

  /** Whoever the run waits for has waited too long. */
  void delay(String sessionId, String runId) {
    change(run(sessionId, runId), Rows::aged);
  }

  /** The run has a worker, which died. */
  void kill(String sessionId, String runId) {
    change(
        run(sessionId, runId), body -> aged(body).replace("\"AWAITING_APPROVAL\"", "\"RUNNING\""));
  }

  /** The session has a credential whose worker died. */
  void leaveGrant(String sessionId) {
    Map<String, AttributeValue> item = new HashMap<>(key("agent#" + sessionId, "grant#left"));
    item.put("hash", AttributeValue.fromS("left"));
    client.putItem(put -> put.tableName(sessions).item(item));
  }

  /** What is known of the session's connection is lost. */
  void forgetConnection(String sessionId) {
    String connection = text(session(sessionId), CONNECTION.pattern());
    remove("connection#" + connection, "connection");
  }

  void remove(String partition, String sort) {
    client.deleteItem(delete -> delete.tableName(sessions).key(key(partition, sort)));
  }

  /** Waits until somebody has removed the row. */
  void awaitRemoval(String partition, String sort) {
    Instant end = Instant.now().plusSeconds(60);
    while (client
        .getItem(get -> get.tableName(sessions).key(key(partition, sort)).consistentRead(true))
        .hasItem()) {
      assertThat(Instant.now()).as(partition + " " + sort).isBefore(end);
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** The row holds nothing that anybody could read. */
  void spoil(String partition, String sort) {
    Map<String, AttributeValue> item = new HashMap<>(key(partition, sort));
    item.put("owner", AttributeValue.fromS("dev"));
    item.put("created_at", AttributeValue.fromN("0.5"));
    client.putItem(put -> put.tableName(sessions).item(item));
  }

  /** The same in the table of surveys. */
  void spoilSurvey(String partition, String sort) {
    client.putItem(put -> put.tableName(surveys).item(key(partition, sort)));
  }

  private static String aged(String body) {
    long day = Duration.ofDays(1).toMillis();
    return MOMENT
        .matcher(body)
        .replaceAll(moment -> Long.toString(Long.parseLong(moment.group()) - day));
  }

  private static Map<String, AttributeValue> session(String sessionId) {
    return key("session#" + sessionId, "session");
  }

  private static Map<String, AttributeValue> run(String sessionId, String runId) {
    return key("agent#" + sessionId, "run#" + runId);
  }

  private static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
  }

  private String text(Map<String, AttributeValue> key, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(body(key));
    assertThat(found.find()).as("%s in %s", pattern, key).isTrue();
    return found.group(1);
  }

  private String body(Map<String, AttributeValue> key) {
    return Objects.requireNonNull(
            client
                .getItem(get -> get.tableName(sessions).key(key).consistentRead(true))
                .item()
                .get("body"))
        .s();
  }

  private void set(Map<String, AttributeValue> key, String attribute) {
    client.updateItem(update ->
        update
            .tableName(sessions)
            .key(key)
            .updateExpression("SET #attribute = :nobody")
            .conditionExpression("attribute_exists(pk)")
            .expressionAttributeNames(Map.of("#attribute", attribute))
            .expressionAttributeValues(Map.of(":nobody", AttributeValue.fromS(NOBODY))));
  }

  private void change(Map<String, AttributeValue> key, UnaryOperator<String> change) {
    int tries = 0;
    while (!isChanged(key, change)) {
      assertThat(++tries).as("tries to change %s", key).isLessThan(100);
    }
  }

  /** Whether nobody else wrote between the look and the change. */
  private boolean isChanged(Map<String, AttributeValue> key, UnaryOperator<String> change) {
    String before = body(key);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    try {
      // Without its effects: nothing is to be done a second time.
      client.updateItem(update ->
          update
              .tableName(sessions)
              .key(key)
              .updateExpression("SET body = :after REMOVE effects")
              .conditionExpression("body = :before")
              .expressionAttributeValues(
                  Map.of(
                      ":before", AttributeValue.fromS(before),
                      ":after", AttributeValue.fromS(after))));
      return true;
    } catch (ConditionalCheckFailedException written) {
      return false;
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
