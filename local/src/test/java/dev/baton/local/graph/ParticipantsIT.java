package dev.baton.local.graph;

import static dev.baton.local.graph.SimulatorWorld.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.graph.SimulatorWorld.Answer;
import dev.baton.local.graph.WebhookReceiver.Item;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What people do: on order, and by themselves. */
final class ParticipantsIT {

  private static final String PLACE = "participants/" + ANA;

  @AutoClose private final SimulatorWorld world;

  ParticipantsIT() throws Exception {
    world = new SimulatorWorld();
    world.quiet();
  }

  @Test
  void aLinkATextAPictureAndAGetStartedArriveAsMetaSendsThem() throws Exception {
    world.order("POST", PLACE + "/referrals", "{\"ref\":\"form.READ01\",\"ad_id\":\"7\"}");
    world.order("POST", PLACE + "/messages", "{\"text\":\"Ana\"}");
    world.order("POST", PLACE + "/media", "{\"type\":\"image\",\"url\":\"https://x/y.jpg\"}");
    world.order("POST", PLACE + "/referrals", "{\"ref\":\"form.B\",\"get_started\":true}");

    List<JsonNode> items = world.settledItems().stream().map(Item::json).toList();

    assertThat(items.get(0).path("referral"))
        .hasToString(
            "{\"ref\":\"form.READ01\",\"source\":\"SHORTLINK\",\"type\":\"OPEN_THREAD\","
                + "\"ad_id\":\"7\"}");
    assertThat(items.get(1).path("message").path("text").asText()).isEqualTo("Ana");
    assertThat(items.get(1).path("message").path("mid").asText()).startsWith("m_");
    assertThat(items.get(2).at("/message/attachments/0/payload/url").asText())
        .isEqualTo("https://x/y.jpg");
    assertThat(items.get(3).path("postback").path("payload").asText()).isEqualTo("get_started");
    assertThat(items.get(3).at("/postback/referral/ref").asText()).isEqualTo("form.B");
    assertThat(items).extracting(item -> item.path("timestamp").asLong()).isSorted();
  }

  @Test
  void theLatestButtonOfATitleIsTappedUnlessAMessageIsNamed() throws Exception {
    String first = ask("Where?", "City", "old");
    ask("And where now?", "City", "new");

    world.order("POST", PLACE + "/taps", "{\"title\":\"City\"}");
    world.order("POST", PLACE + "/taps", "{\"title\":\"City\",\"of\":\"" + first + "\"}");

    assertThat(world.settledItems())
        .extracting(item -> item.json().at("/message/quick_reply/payload").asText())
        .containsExactly("new", "old");
  }

  @Test
  void aPostbackButtonOfATemplateIsTappedAsAPostback() throws Exception {
    world.graph(
        "messages",
        """
        {"recipient":{"id":"%s"},"message":{"attachment":{"type":"template","payload":{
         "template_type":"button","text":"Choose","buttons":[
         {"type":"postback","title":"Yes","payload":"yes!"}]}}}}\
        """
            .formatted(ANA));

    world.order("POST", PLACE + "/taps", "{\"title\":\"Yes\"}");

    assertThat(world.settledItems().getLast().json().at("/postback/payload").asText())
        .isEqualTo("yes!");
  }

  @Test
  void aTapOnNothingNamesWhatThereIs() throws Exception {
    ask("Where?", "City", "c");

    Answer refused = world.control("POST", PLACE + "/taps", "{\"title\":\"Sea\"}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.refusal()).isEqualTo("NO_SUCH_BUTTON");
    assertThat(refused.body().at("/error/suggestion").asText()).contains("City");
  }

  @Test
  void anItemCanBeDoubledLateOrWithoutAnId() throws Exception {
    world.order("POST", PLACE + "/messages", "{\"text\":\"a\",\"mid\":\"m_1\",\"timestamp\":5}");
    world.order("POST", PLACE + "/messages", "{\"text\":\"a\",\"mid\":\"m_1\",\"timestamp\":5}");
    world.order("POST", PLACE + "/messages", "{\"text\":\"b\",\"mid\":\"\"}");

    List<Item> items = world.settledItems();

    assertThat(items.get(0)).isEqualTo(items.get(1));
    assertThat(items.get(0).json().path("timestamp").asLong()).isEqualTo(5);
    assertThat(items.get(2).json().path("message").has("mid")).isFalse();
  }

  @Test
  void anOrderCanWaitForTheWebhooksAnswer() throws Exception {
    world.webhook.answerNext(500);

    JsonNode done = world.order("POST", PLACE + "/messages?wait=PT10S", "{\"text\":\"x\"}");

    assertThat(done.path("webhook_status").asInt()).isEqualTo(500);
  }

  @Test
  void aScriptedReplyReachesTheWebhookBeforeTheSendApiAnswers() throws Exception {
    world.order(
        "PUT",
        "script",
        "{\"when\":\"inside\",\"replies\":[{\"contains\":\"Where\",\"tap\":\"City\"}]}");

    ask("Where?", "City", "c");

    // Without settling: it was told while our call was still waiting.
    assertThat(world.webhook.items())
        .extracting(item -> item.json().at("/message/quick_reply/payload").asText())
        .containsExactly("c");
  }

  @Test
  void aScriptedReplyCanTakeItsTime() throws Exception {
    world.order(
        "PUT",
        PLACE + "/script",
        "{\"thinking\":\"PT8S\",\"replies\":[{\"ref\":\"name\",\"text\":\"Ana\"}]}");
    sayWithMetadata("{\\\"ref\\\":\\\"name\\\"}");
    sayWithMetadata("{\\\"ref\\\":\\\"other\\\"}");
    assertThat(world.settledItems()).isEmpty();

    world.advance(Duration.ofSeconds(8));

    assertThat(world.settledItems())
        .extracting(item -> item.json().at("/message/text").asText())
        .containsExactly("Ana");
  }

  @Test
  void questionsAreAnsweredByTheirTypeAndStatementsAreNot() throws Exception {
    world.order("PUT", "script", "{\"answer_questions\":true}");

    for (String type :
        List.of("short_text", "number", "email", "phone_number", "statement", "upload")) {
      sayWithMetadata("{\\\"ref\\\":\\\"r\\\",\\\"type\\\":\\\"" + type + "\\\"}");
      world.settle();
    }

    assertThat(world.settledItems())
        .extracting(item -> item.json().at("/message/text").asText())
        .containsExactly("My answer to r", "7", "someone@example.org", "+14155550123", "");
  }

  @Test
  void theTranscriptCanBeWaitedFor() throws Exception {
    world.anaWrites("Hello");
    world.say("Hi Ana");

    JsonNode lines =
        world.order("GET", PLACE + "/transcript?at_least=2&wait=PT10S", "").path("lines");

    assertThat(lines).hasSize(2);
    assertThat(lines.path(0).path("from").asText()).isEqualTo("participant");
    assertThat(lines.path(1).path("text").asText()).isEqualTo("Hi Ana");
    assertThat(world.order("GET", PLACE + "/transcript?wait=PT0S", "").path("lines")).hasSize(2);
  }

  private String ask(String text, String title, String payload) throws Exception {
    return world
        .graph(
            "messages",
            """
            {"recipient":{"id":"%s"},"message":{"text":"%s","quick_replies":[
             {"content_type":"text","title":"%s","payload":"%s"}]}}\
            """
                .formatted(ANA, text, title, payload))
        .body()
        .path("message_id")
        .asText();
  }

  private void sayWithMetadata(String metadata) throws Exception {
    world.graph(
        "messages",
        "{\"recipient\":{\"id\":\"%s\"},\"message\":{\"text\":\"t\",\"metadata\":\"%s\"}}"
            .formatted(ANA, metadata));
  }
}
