package dev.baton.local.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.ThinkingBlock;
import com.anthropic.models.messages.ToolUseBlock;
import com.anthropic.models.messages.Usage;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the official SDK reads of an answer that nothing goes wrong with. */
final class MessagesIT {
  private static final String TEXT =
      "{\"blocks\": [{\"type\": \"text\", \"text\": \"Grüße, 日本 🙂 and hello\"}]}";

  private final ModelWorld world = new ModelWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void textIsStreamedAndAddsUp() {
    world.script(TEXT);

    Heard heard = world.stream(ModelWorld.says("Hello"));

    assertThat(heard.text()).isEqualTo("Grüße, 日本 🙂 and hello");
    assertThat(heard.textDeltas()).hasSizeGreaterThan(5).contains("ü", "日", "🙂");
    assertThat(heard.whole().stopReason()).contains(StopReason.END_TURN);
    assertThat(heard.whole().model().asString()).isEqualTo("claude-test");
    assertThat(heard.names())
        .startsWith("message_start", "content_block_start", "content_block_delta")
        .endsWith("content_block_stop", "message_delta", "message_stop");
  }

  @Test
  void toolUseBeginsWithAnEmptyPieceOfItsArguments() {
    world.script(
        """
        {"blocks": [{"type": "text", "text": "Let me look."},
          {"type": "tool_use", "id": "toolu_7", "name": "chat-poll", "input": {"roomId": "lobby"}}],
         "piece": 3}
        """);

    Heard heard = world.stream(ModelWorld.says("Look", ModelWorld.TOOLS));

    ToolUseBlock call = heard.blocks().get(1).asToolUse();
    assertThat(call.id()).isEqualTo("toolu_7");
    assertThat(call.name()).isEqualTo("chat-poll");
    assertThat(call._input().convert(JsonNode.class).path("roomId").asText()).isEqualTo("lobby");
    assertThat(heard.inputDeltas()).startsWith("", "{\"r", "oom");
    assertThat(heard.whole().stopReason()).contains(StopReason.TOOL_USE);
  }

  @Test
  void thinkingHasASignatureThatMayBeSentBack() {
    world.script(
        """
        {"blocks": [{"type": "thinking", "thinking": "The room is lobby."},
          {"type": "redacted_thinking", "data": "c2VjcmV0"}, {"type": "text", "text": "Lobby."}]}
        """,
        TEXT);

    Message first = world.stream(ModelWorld.says("Where?")).whole();

    ThinkingBlock thinking = first.content().getFirst().asThinking();
    assertThat(thinking.thinking()).isEqualTo("The room is lobby.");
    assertThat(thinking.signature()).startsWith("standin-signature-");
    assertThat(first.content().get(1).asRedactedThinking().data()).isEqualTo("c2VjcmV0");
    Message second =
        world
            .client()
            .messages()
            .create(
                MessageCreateParams.builder()
                    .model("claude-test")
                    .maxTokens(100)
                    .addUserMessage("Where?")
                    .addMessage(first)
                    .addUserMessage("And now?")
                    .build());
    assertThat(second.content()).hasSize(1);
  }

  @Test
  void withoutAStreamTheSameMessageComesWhole() {
    world.script(TEXT, TEXT);
    String body = ModelWorld.says("Hello");

    Message whole = world.client().messages().create(ModelWorld.params(body));

    assertThat(whole.content().getFirst().asText().text()).isEqualTo("Grüße, 日本 🙂 and hello");
    assertThat(whole.stopReason()).contains(StopReason.END_TURN);
    assertThat(whole.usage().inputTokens()).isPositive();
  }

  @Test
  void usageIsWhatTheScriptSays() {
    world.script(
        """
        {"blocks": [{"type": "text", "text": "ok"}], "stop_reason": "max_tokens",
         "usage": {"input_tokens": 812, "cache_creation_input_tokens": 3,
           "cache_read_input_tokens": 700, "output_tokens": 64}}
        """);

    Message message = world.stream(ModelWorld.says("Hello")).whole();

    Usage usage = message.usage();
    assertThat(usage.inputTokens()).isEqualTo(812);
    assertThat(usage.cacheReadInputTokens()).contains(700L);
    assertThat(usage.cacheCreationInputTokens()).contains(3L);
    assertThat(usage.outputTokens()).isEqualTo(64);
    assertThat(message.stopReason()).contains(StopReason.MAX_TOKENS);
  }

  @Test
  void theSameRequestHasTheSameAnswerToTheByte() {
    String body = ModelWorld.says("read the room general", "\"stream\": true, " + ModelWorld.TOOLS);

    String first = world.post(body).body();
    String second = world.post(body).body();
    String other = world.post(body.replace("general", "lobby")).body();

    assertThat(first).contains("\"toolu_").isEqualTo(second).isNotEqualTo(other);
  }

  @Test
  void everyAnswerHasARequestIdOfItsOwn() {
    world.script(TEXT);

    ModelWorld.Answer good = world.post(ModelWorld.says("Hello"));
    ModelWorld.Answer bad = world.post("{}");

    assertThat(good.header("request-id")).startsWith("req_");
    assertThat(bad.header("request-id"))
        .startsWith("req_")
        .isNotEqualTo(good.header("request-id"))
        .isEqualTo(bad.json().path("request_id").asText());
  }

  @Test
  void bytesMaySplitCharacters() {
    for (String sizes : List.of("[1]", "[2, 1]", "[7]", "[5000]")) {
      world.script(TEXT.replace("]}", "], \"chunks\": " + sizes + "}"));

      assertThat(world.stream(ModelWorld.says("Hello")).text())
          .as(sizes)
          .isEqualTo("Grüße, 日本 🙂 and hello");
    }
  }

  @Test
  void bearerTokensAreAsGoodAsKeys() {
    world.script(TEXT);

    ModelWorld.Answer answer =
        world.send(
            "POST",
            "/v1/messages",
            ModelWorld.says("Hello"),
            Map.of("Authorization", "Bearer test-key", "anthropic-version", "2026-10-21"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("Grüße");
  }
}
