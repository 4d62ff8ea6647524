package dev.baton.survey.engine;

import static dev.baton.survey.engine.Requests.from;
import static dev.baton.survey.engine.Requests.referral;
import static dev.baton.survey.engine.Requests.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.engine.Engine.Answer;
import dev.baton.survey.graph.LoopbackGraph;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Survey spec §2.1: whatever comes over the wire gets its documented answer. */
@ExtendWith(DynamoDbLocal.class)
class HostileWebhookIT {
  private static final String BODY =
      "{\"object\":\"page\",\"entry\":[{\"messaging\":["
          + from(0, referral("form.READ01"))
          + "]}]}";

  private LoopbackGraph graph;
  private Engine engine;

  @BeforeEach
  void start(DynamoDbClient client) throws IOException {
    graph = new LoopbackGraph();
    engine = new Engine(client, graph.url());
    engine.imports("READ01", "reading.json");
    engine.database.forget();
  }

  @AfterEach
  void stop() {
    graph.close();
  }

  @Test
  void subscriptionEchoesTheChallengeOnlyWithTheToken() {
    assertThat(get("subscribe", "verify", "12 34\u00e9")).isEqualTo(new Answer(200, "12 34\u00e9"));
    assertThat(get("subscribe", "wrong", "x").status()).isEqualTo(403);
    assertThat(get("unsubscribe", "verify", "x").status()).isEqualTo(403);
    assertThat(engine.call(Requests.get(JsonObject.EMPTY)).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha256=",
        "sha1=00",
        "sha256=00",
        "sha256=zz",
        "SHA256=",
        "sha256=0000000000000000000000000000000000000000000000000000000000000000"
      })
  void wrongSignatureIsRefusedAndNothingIsRead(String signature) {
    Answer answer = engine.call(Requests.post(BODY.getBytes(UTF_8), signature, false));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(engine.database.requests()).isEmpty();
    assertThat(engine.log).anyMatch(line -> line.contains("refused_signature"));
  }

  @Test
  void signatureOfOtherBytesIsRefused() {
    String signature = "sha256=" + Requests.hmac(BODY.getBytes(UTF_8), "s3cret");
    byte[] changed = (BODY + " ").getBytes(UTF_8);

    assertThat(engine.call(Requests.post(changed, signature, true)).status()).isEqualTo(401);
    assertThat(engine.call(Requests.signed(changed, "unknown")).status()).isEqualTo(401);
  }

  @Test
  void everyCurrentSecretSignsAndTheBodyMayBeBase64OrNot() {
    assertThat(engine.call(Requests.signed(BODY.getBytes(UTF_8), "old")))
        .isEqualTo(new Answer(200, "EVENT_RECEIVED"));
    String signature =
        "sha256=" + Requests.hmac(BODY.getBytes(UTF_8), "s3cret").toUpperCase(Locale.ROOT);
    assertThat(engine.call(Requests.post(BODY.getBytes(UTF_8), signature, false)).status())
        .isEqualTo(200);
  }

  @Test
  void replayedBodyIsAnsweredAndChangesNothing() {
    engine.postBody(BODY);
    engine.deliverAll();
    long version = engine.participant().version();

    assertThat(engine.postBody(BODY).status()).isEqualTo(200);

    assertThat(engine.participant().version()).isEqualTo(version);
  }

  @Test
  void bodyAboveOneMebibyteIsTooLarge() {
    byte[] large = ("{\"entry\":[],\"x\":\"" + "x".repeat(2 << 20) + "\"}").getBytes(UTF_8);

    assertThat(engine.call(Requests.signed(large, "s3cret")).status()).isEqualTo(413);
    assertThat(engine.call(Requests.post(large, "sha256=00", true)).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "\"entry\"", "{}", "{\"entry\":5}", "@me", "> 5", "\u0000"})
  void signedNonsenseIsABadRequest(String body) {
    assertThat(engine.postBody(body).status()).isEqualTo(400);
  }

  @Test
  void twoHundredLevelsAndInvalidUtf8AreBadRequests() {
    String deep = "{\"entry\":[{\"messaging\":" + "[".repeat(200) + "]".repeat(200) + "}]}";
    byte[] invalid = BODY.getBytes(UTF_8);
    invalid[invalid.length / 2] = (byte) 0xc0;

    assertThat(engine.postBody(deep).status()).isEqualTo(400);
    assertThat(engine.call(Requests.signed(invalid, "s3cret")).status()).isEqualTo(400);
  }

  @Test
  void otherObjectsAndUnknownPagesAreInert() {
    assertThat(engine.postBody("{\"object\":\"user\",\"entry\":[]}").status()).isEqualTo(200);
    String stranger = BODY.replace(Engine.PAGE, "999");
    assertThat(engine.postBody(stranger).status()).isEqualTo(200);

    assertThat(engine.database.writes()).isZero();
    assertThat(engine.log)
        .anyMatch(line -> line.contains("inert_unsupported_object"))
        .anyMatch(line -> line.contains("inert_unknown_page"));
  }

  @Test
  void forgedInternalEventsAreJustUnknownItems() {
    Answer answer =
        engine.post(
            from(0, "\"timeout\":{\"kind\":\"wait\",\"round\":1}"),
            from(0, "\"machine_report\":{\"publish\":true}"),
            from(0, "\"external_event\":{\"type\":\"payment\"}"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(engine.database.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "@me",
        "'tis",
        "> 5",
        "ok: [smile",
        "\uD83D\uDE42",
        "\u202eשלום",
        "\uD800",
        ""
      })
  void anythingCanBeAnAnswerAndIsKeptAsItIs(String answer) {
    engine.happens(from(0, referral("form.READ01")));

    engine.happens(from(10_000, text("m_1", answer)));

    assertThat(engine.deadLetters.letters()).isEmpty();
    assertThat(graph.requests()).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void everyElementIsCountedOnce() {
    List<String> elements = new ArrayList<>();
    for (int user = 0; user < 40; user++) {
      elements.add(from("u" + user, user, referral("form.READ01")));
      elements.add(from("u" + user, 50, "\"read\":{\"watermark\":1}"));
      elements.add(from("u" + user, user, referral("form.READ01")));
    }
    elements.add("7");

    assertThat(engine.post(elements.toArray(String[]::new)).status()).isEqualTo(200);

    assertThat(engine.log)
        .anyMatch(line ->
            line.contains("\"event\":\"webhook\"")
                && line.contains("\"received\":121")
                && line.contains("\"committed\":40")
                && line.contains("\"inert\":81")
                && line.contains("\"dead_lettered\":0")
                && line.contains("\"asked_again\":0"));
  }

  private Answer get(String mode, String token, String challenge) {
    return engine.call(
        Requests.get(
            JsonObject.builder()
                .put("hub.mode", mode)
                .put("hub.verify_token", token)
                .put("hub.challenge", challenge)
                .build()));
  }
}
