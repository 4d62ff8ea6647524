package dev.baton.local.chat;

import static dev.baton.local.chat.ChatWorld.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.client.Commands;
import dev.baton.local.live.LiveSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Callers who come with a JWT of the configured issuer, through the whole stack. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JwtCallersIT {
  private static final Duration SOON = Duration.ofMinutes(5);

  private LoopbackIssuer issuer;
  private ChatWorld world;

  @BeforeAll
  void start() throws Exception {
    issuer = new LoopbackIssuer();
    world =
        ChatWorld.start(
            Map.of(
                "BATON_JWT_ISSUER", issuer.url(), "BATON_JWT_AUDIENCE", LoopbackIssuer.AUDIENCE));
  }

  @AfterAll
  void stop() {
    world.close();
    issuer.close();
  }

  @Test
  void subjectCallsConnectsAndChatsBesideTheKeysOfOthers() {
    Commands grace = world.with(issuer.token("grace", "openid chat-*"));
    JsonNode handoff = grace.data("chat-connect", Map.of("roomId", "general", "nickname", "Grace"));
    try (LiveSocket live = LiveSocket.byFrame(handoff)) {
      live.next("welcome");
      world.say("general", "Hello");

      assertThat(live.next("message").path("text").asText()).isEqualTo("Hello");
      live.send(Map.of("action", "chat-send", "text", "Hi"));
      live.next("ack");
    }
    assertThat(code(grace.call("survey-list", Map.of()))).isEqualTo("FORBIDDEN");
  }

  @Test
  void subjectsOwnWhatTheyMakeWithWhateverTokenTheyCome() {
    JsonNode handoff =
        world.with(issuer.token("ada", "chat-*")).data("chat-connect", Map.of("roomId", "general"));
    Map<String, String> session = Map.of("sessionId", session(handoff));

    assertThat(code(world.with(issuer.token("grace", "*")).call("chat-status", session)))
        .isEqualTo("SESSION_NOT_FOUND");
    assertThat(world.code("chat-status", session)).isEqualTo("SESSION_NOT_FOUND");
    assertThat(
            world
                .with(issuer.token("ada", "chat-status"))
                .data("chat-status", session)
                .path("state")
                .asText())
        .isEqualTo("pending");
  }

  @Test
  void whatIsForeignExpiredOrForSomebodyElseIsRefusedAlike() throws Exception {
    try (LoopbackIssuer foreign = new LoopbackIssuer()) {
      String audience = LoopbackIssuer.AUDIENCE;
      Set<String> answers = new TreeSet<>();
      for (String token :
          new String[] {
            foreign.token("ada", "*"),
            foreign.token(issuer.url(), audience, "ada", "*", SOON),
            issuer.token(foreign.url(), audience, "ada", "*", SOON),
            issuer.token(issuer.url(), "somebody-else", "ada", "*", SOON),
            issuer.token(issuer.url(), audience, "ada", "*", SOON.negated()),
            issuer.token("ada", "*") + "x",
            "no-key-either"
          }) {
        ObjectNode answer = (ObjectNode) world.with(token).call("chat-poll", Map.of());
        answers.add(answer.path("error").toString());
      }

      assertThat(answers).hasSize(1);
      assertThat(answers.iterator().next()).contains("\"code\":\"INVALID_TOKEN\"");
    }
  }

  private static String code(JsonNode answer) {
    return answer.path("error").path("code").asText();
  }
}
