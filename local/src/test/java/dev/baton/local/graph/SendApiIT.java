package dev.baton.local.graph;

import static dev.baton.local.graph.SimulatorWorld.ANA;
import static dev.baton.local.graph.SimulatorWorld.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.graph.SimulatorWorld.Answer;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Send API: what it takes, what it refuses and how, and what the webhook hears of it. */
final class SendApiIT {

  @AutoClose private final SimulatorWorld world;

  SendApiIT() throws Exception {
    world = new SimulatorWorld();
  }

  @Test
  void anAcceptedMessageHasAnIdAnEchoAndTwoReceipts() throws Exception {
    world.anaWrites("Hello");
    String body =
        """
        {"recipient":{"id":"%s"},"messaging_type":"RESPONSE",
         "message":{"text":"Hi","metadata":"{\\"ref\\":\\"a\\"}"}}\
        """
            .formatted(ANA);

    Answer answer = world.graph("messages", body);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("recipient_id").asText()).isEqualTo(ANA);
    String mid = answer.body().path("message_id").asText();
    List<WebhookReceiver.Item> items = world.settledItems();
    assertThat(items).hasSize(4);
    JsonNode echo =
        items.stream().filter(WebhookReceiver.Item::isEcho).findFirst().orElseThrow().json();
    assertThat(echo.path("sender").path("id").asText()).isEqualTo(PAGE);
    assertThat(echo.path("recipient").path("id").asText()).isEqualTo(ANA);
    assertThat(echo.path("message").path("app_id").asLong()).isEqualTo(555000111L);
    assertThat(echo.path("message").path("mid").asText()).isEqualTo(mid);
    assertThat(echo.path("message").path("metadata").asText()).isEqualTo("{\"ref\":\"a\"}");
    assertThat(items)
        .anySatisfy(item ->
            assertThat(item.json().path("delivery").path("mids").path(0).asText()).isEqualTo(mid))
        .anySatisfy(item -> assertThat(item.has("read")).isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"recipient":{},"message":{"text":"x"}}                                    | 100 | 400
          {"recipient":{"id":"1"},"messaging_type":"LETTER","message":{"text":"x"}}  | 100 | 400
          {"recipient":{"id":"1"},"messaging_type":"MESSAGE_TAG","message":{"text":"x"}} | 100 | 400
          {"recipient":{"id":"1"}}                                                   | 100 | 400
          {"recipient":{"id":"1"},"message":{}}                                      | 100 | 400
          {"recipient":{"id":"1"},"message":{"text":""}}                             | 100 | 400
          {"recipient":{"id":"1"},"message":{"text":5}}                              | 100 | 400
          {"recipient":{"id":"1"},"message":{"text":"x","metadata":{}}}              | 100 | 400
          {"recipient":{"id":"1"},"message":{"text":"x","attachment":{"type":"image"}}} | 100 | 400
          {"recipient":{"id":"1"},"message":{"attachment":{"type":"image","payload":{}}}} | 100 | 400
          {"recipient":{"id":"1"},"message":{"attachment":{"type":"poem","payload":{"url":"u"}}}} | 100 | 400
          {"recipient":{"id":"1"},"message":{"attachment":{"type":"template","payload":{}}}} | 100 | 400
          {"recipient":{"id":"1"},"message":{"text":"x","quick_replies":[{"content_type":"text","title":"t"}]}} | 100 | 400
          {"recipient":{"one_time_notif_token":"unknown"},"message":{"text":"x"}}    | 100 | 400
          [1]                                                                        | 100 | 400
          """)
  void aWrongParameterIsError100(String body, int code, int status) throws Exception {
    Answer answer = world.graph("messages", body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    JsonNode error = answer.body().path("error");
    assertThat(error.path("message").asText()).startsWith("(#100) ");
    assertThat(error.path("type").asText()).isEqualTo("OAuthException");
    assertThat(error.path("fbtrace_id").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "text,2000,200",
    "text,2001,400",
    "metadata,1000,200",
    "metadata,1001,400",
    "payload,1000,200",
    "payload,1001,400",
    "buttons,13,200",
    "buttons,14,400"
  })
  void lengthsAreHeld(String what, int length, int status) throws Exception {
    String message =
        switch (what) {
          case "text" -> "\"text\":\"" + "ü".repeat(length) + "\"";
          case "metadata" -> "\"text\":\"t\",\"metadata\":\"" + "m".repeat(length) + "\"";
          case "payload" -> "\"text\":\"t\",\"quick_replies\":[" + button("p".repeat(length)) + "]";
          default ->
              "\"text\":\"t\",\"quick_replies\":["
                  + String.join(",", Collections.nCopies(length, button("p")))
                  + "]";
        };

    Answer answer =
        world.graph("messages", "{\"recipient\":{\"id\":\"1\"},\"message\":{" + message + "}}");

    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void aLongTitleIsCutAndNotRefused() throws Exception {
    String message =
        "{\"recipient\":{\"id\":\"%s\"},\"message\":{\"text\":\"t\",\"quick_replies\":[%s]}}"
            .formatted(ANA, button("p").replace("Title", "A title of many letters"));

    world.graph("messages", message);

    JsonNode buttons =
        world.order("GET", "participants/" + ANA, "").path("last_message").path("buttons");
    assertThat(buttons.path(0).asText()).isEqualTo("A title of many lett");
  }

  @Test
  void tokensAreAskedFor() throws Exception {
    assertThat(world.graph("messages", SimulatorWorld.textBody("x"), "other").code())
        .isEqualTo(190);
    HttpRequest without =
        HttpRequest.newBuilder(world.address("/me/messages"))
            .POST(HttpRequest.BodyPublishers.ofString(SimulatorWorld.textBody("x")))
            .build();
    assertThat(world.send(without).code()).isEqualTo(2500);
    HttpRequest inQuery =
        HttpRequest.newBuilder(
                world.address("/" + PAGE + "/messages?access_token=" + SimulatorWorld.TOKEN))
            .POST(HttpRequest.BodyPublishers.ofString(SimulatorWorld.textBody("x")))
            .build();
    assertThat(world.send(inQuery).status()).isEqualTo(200);
    assertThat(world.graph("nowhere", "{}").code()).isEqualTo(2500);
  }

  @Test
  void aTokenOfOnePageIsOfNoUseForAnother() throws Exception {
    try (SimulatorWorld two =
        new SimulatorWorld(
            settings -> settings.withPageAccessTokens(Map.of("1", "one", "2", "two")))) {
      HttpRequest request =
          HttpRequest.newBuilder(two.address("/2/messages"))
              .header("Authorization", "Bearer one")
              .POST(HttpRequest.BodyPublishers.ofString(SimulatorWorld.textBody("x")))
              .build();

      assertThat(two.send(request).code()).isEqualTo(200);
      assertThat(two.graph("messages", SimulatorWorld.textBody("x"), "two").status())
          .isEqualTo(200);
      assertThat(two.order("GET", "participants/" + ANA, "").path("page").asText()).isEqualTo("2");
    }
  }

  private static String button(String payload) {
    return "{\"content_type\":\"text\",\"title\":\"Title\",\"payload\":\"" + payload + "\"}";
  }

  private static String tagged() {
    return """
    {"recipient":{"id":"%s"},"messaging_type":"MESSAGE_TAG","tag":"ACCOUNT_UPDATE",
     "message":{"text":"x"}}\
    """
        .formatted(ANA);
  }
}
