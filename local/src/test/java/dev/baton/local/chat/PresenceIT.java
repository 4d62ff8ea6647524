package dev.baton.local.chat;

import static dev.baton.local.chat.ChatWorld.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.shell.session.Hashes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What one owner hears of another who comes, drops, comes back and leaves. */
final class PresenceIT {
  private static final String KEY = "key-of-eve";

  @Test
  void othersHearWhoComesDropsComesBackAndLeaves() throws Exception {
    try (ChatWorld world = ChatWorld.start()) {
      seed(world);
      try (LiveSocket ada = LiveSocket.byFrame(world.connect("hall", "Ada"))) {
        ada.next("welcome");
        String input = "{\"roomId\":\"hall\",\"nickname\":\"Eve\"}";
        JsonNode handoff = asEve(world, "chat-connect", input);
        LiveSocket eve = LiveSocket.byQuery(handoff);
        assertThat(eve.next("welcome").path("participants")).hasSize(2);
        assertThat(heard(ada)).isEqualTo("joined Eve");
        eve.drop();
        assertThat(heard(ada)).isEqualTo("away Eve");

        String sessionId = "{\"sessionId\":\"" + session(handoff) + "\"}";
        LiveSocket.byFrame(asEve(world, "chat-reconnect", sessionId)).next("welcome");
        assertThat(heard(ada)).isEqualTo("back Eve");
        asEve(world, "chat-disconnect", sessionId);
        assertThat(heard(ada)).isEqualTo("left Eve");
      }
      invisible(world);
    }
  }

  private static void invisible(ChatWorld world) throws Exception {
    try (LiveSocket ada = LiveSocket.byFrame(world.connect("lair", "Ada"))) {
      ada.next("welcome");
      String input = "{\"roomId\":\"lair\",\"invisible\":true}";
      try (LiveSocket eve = LiveSocket.byQuery(asEve(world, "chat-connect", input))) {
        assertThat(eve.next("welcome").path("participants")).hasSize(1);
        world.say("lair", "Nobody here");
        eve.next("message");
      }
      assertThat(ada.untilPong("p"))
          .noneMatch(frame -> frame.path("type").asText().equals("presence"));
    }
  }

  private static String heard(LiveSocket live) {
    JsonNode presence = live.next("presence");
    return presence.path("event").asText()
        + " "
        + presence.path("participant").path("name").asText();
  }

  private static JsonNode asEve(ChatWorld world, String command, String input) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(world.stack().apiUrl() + "/commands/" + command))
            .header("Authorization", "Bearer " + KEY)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(input))
            .build();
    String body =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    JsonNode result = Objects.requireNonNull(Jsons.parse(body));
    assertThat(result.path("success").asBoolean()).as(body).isTrue();
    return result.path("data");
  }

  /** Another owner's key, as an operator puts it. */
  private static void seed(ChatWorld world) {
    try (DynamoDbClient dynamo = client(world)) {
      String table =
          dynamo.listTables().tableNames().stream()
              .filter(name -> name.contains("Sessions"))
              .findFirst()
              .orElseThrow();
      String hash = Hashes.sha256(KEY);
      put(dynamo, table, "key#" + hash, "key", hash);
      put(dynamo, table, "owner#eve", "key#eve-1", hash);
    }
  }

  private static void put(DynamoDbClient dynamo, String table, String pk, String sk, String hash) {
    Map<String, AttributeValue> item =
        Map.of(
            "pk", AttributeValue.fromS(pk),
            "sk", AttributeValue.fromS(sk),
            "owner", AttributeValue.fromS("eve"),
            "scopes", AttributeValue.fromS("*"),
            "key_id", AttributeValue.fromS("eve-1"),
            "created_at", AttributeValue.fromN("0"),
            "hash", AttributeValue.fromS(hash));
    dynamo.putItem(request -> request.tableName(table).item(item));
  }

  private static DynamoDbClient client(ChatWorld world) {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create(world.stack().awsUrl()))
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
