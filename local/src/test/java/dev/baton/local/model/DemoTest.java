package dev.baton.local.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.model.demo.Demo;
import dev.baton.local.model.reply.Block;
import dev.baton.local.model.reply.Fault;
import dev.baton.local.model.reply.MessageJson;
import dev.baton.local.model.reply.Reply;
import dev.baton.local.model.wire.MessageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conversation that needs no script, over the commands that Baton really offers. */
final class DemoTest {
  private static final String TOOLS = Offered.tools();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          list my surveys                                   | survey-list     | {}
          Please list all surveys of page 112233445566778.  | survey-list     | {"page_id":"112233445566778"}
          read the room general                             | chat-poll       | {"roomId":"general"}
          Show me the messages in the general room          | chat-poll       | {"roomId":"general"}
          read the room "my room"                           | chat-poll       | {"roomId":"my room"}
          read room general limit=5                         | chat-poll       | {"roomId":"general","limit":5}
          show the handoffs of page 112233445566778         | survey-handoffs | {"page_id":"112233445566778"}
          handoffs that returned, page_id=1122              | survey-handoffs | {"page_id":"1122","outcome":"returned"}
          send "Hello" to the room general                  | chat-send       | {"roomId":"general","text":"Hello"}
          send “Grüße 🙂” to the room called lobby           | chat-send       | {"roomId":"lobby","text":"Grüße 🙂"}
          say text="a \\"b\\" c" in room lobby              | chat-send       | {"roomId":"lobby","text":"a \\"b\\" c"}
          show the status of participant 4567 of page 1122  | survey-status   | {"page_id":"1122","user_id":"4567"}
          Tell me the answers of form READ01 on page 1122   | survey-responses | {"page_id":"1122","shortcode":"READ01"}
          """)
  void theBestToolIsCalledWithWhatWasSaid(String prompt, String tool, String input) {
    JsonNode call = call(answer(prompt));

    assertThat(call.path("name").asText()).isEqualTo(tool);
    assertThat(call.path("input")).isEqualTo(ModelWorld.object(input));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          send a message to the room general | chat-send | text
          read the messages                  | chat-poll | roomId
          """)
  void whatIsMissingIsAskedFor(String prompt, String tool, String argument) {
    assertThat(text(answer(prompt))).contains("`" + tool + "`", "`" + argument + "`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello!", "Thank you", "what can you do?", "…"})
  void anythingElseIsAnsweredWithTheOfferedTools(String prompt) {
    assertThat(text(answer(prompt))).contains("stand-in", "`chat-poll`", "/call ");
  }

  @Test
  void withoutToolsItSaysSo() {
    Reply reply = Demo.answer(ModelWorld.request(ModelWorld.says("read the room general")));

    assertThat(text(reply)).contains("No tools");
  }

  @Test
  void aToolChoiceOfNoneIsKept() {
    String body =
        ModelWorld.says("list my surveys", "\"tool_choice\": {\"type\": \"none\"}, " + TOOLS);

    assertThat(text(Demo.answer(ModelWorld.request(body)))).contains("No tools");
  }

  @Test
  void callLinesBecomeCallsInOneMessage() {
    Reply reply =
        answer("/call chat-poll {\"roomId\": \"lobby\"}\n/call chat-send roomId=lobby text=7 x=1");

    List<Block.ToolUse> calls = calls(reply);
    assertThat(calls).extracting(Block.ToolUse::name).containsExactly("chat-poll", "chat-send");
    assertThat(raw(calls.get(0))).isEqualTo("{\"roomId\": \"lobby\"}");
    assertThat(raw(calls.get(1))).isEqualTo("{\"roomId\":\"lobby\",\"text\":\"7\",\"x\":1}");
    assertThat(reply.blocks()).hasSize(2);
  }

  @Test
  void aCallOfSomethingThatIsNotOfferedIsMadeNevertheless() {
    assertThat(raw(calls(answer("/call key-revoke {not json")).getFirst())).isEqualTo("{not json");
    assertThat(raw(calls(answer("/call no-such-thing")).getFirst())).isEqualTo("{}");
  }

  @Test
  void thinkSayAndSlowAreObeyed() {
    Reply reply = answer("/think about rooms\n/say 40\n/slow 250");

    JsonNode content = content(reply);
    assertThat(content.path(0).path("thinking").asText()).isEqualTo("about rooms");
    assertThat(content.path(1).path("text").asText().split(" ")).hasSize(40);
    assertThat(content.path(1).path("text").asText()).contains("日本", "🙂");
    assertThat(reply.pace().beforeDelta()).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void slowAloneOnlySlowsTheAnswerDown() {
    Reply reply = answer("/slow 100\nlist my surveys");

    assertThat(call(reply).path("name").asText()).isEqualTo("survey-list");
    assertThat(reply.pace().beforeDelta()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void failTakesAFaultAndItsDetails() {
    assertThat(answer("/fail 429 retry_after=2").refusal())
        .hasValueSatisfying(refusal -> {
          assertThat(refusal.error().status()).isEqualTo(429);
          assertThat(refusal.error().headers()).containsEntry("retry-after", "2");
        });
    assertThat(answer("/say 9\n/fail cut after_frames=3").faults())
        .containsExactly(new Fault.CutAfterFrames(3));
    assertThat(answer("/say 9\n/fail no_message_stop").faults())
        .containsExactly(Fault.Quirk.NO_MESSAGE_STOP);
    assertThat(text(answer("/fail nonsense"))).contains("nonsense", "no_message_stop");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"messages":[{"text":"Hi","sender":"ann"},{"text":"Hello","sender":"bob"}]} | false | `chat-poll` returned 2 messages; the last is "Hello" from bob.
          {"messages":[]}                                            | false | `chat-poll` returned no messages.
          {"forms":[{"page_id":"11","shortcode":"READ01","counts":{}}]} | false | `chat-poll` returned 1 form; the last is page_id "11", shortcode "READ01".
          {"id":"42","seq":7,"none":null}                            | false | `chat-poll` returned id "42", seq 7.
          {}                                                         | false | `chat-poll` returned nothing.
          plain text                                                 | false | `chat-poll` returned "plain text"
          {"code":"ROOM_NOT_FOUND","message":"No such room","suggestion":"Say another."} | true | `chat-poll` was refused: ROOM_NOT_FOUND, No such room. Suggestion: Say another.
          outcome unknown                                            | true  | `chat-poll` failed: "outcome unknown"
          """)
  void resultsAreToldInASentenceEach(String result, boolean error, String sentence) {
    MessageRequest request = withResults("", result, error);

    assertThat(text(Demo.answer(request))).isEqualTo(sentence);
  }

  @Test
  void aNewWordAfterResultsIsAnsweredToo() {
    MessageRequest request = withResults("list my surveys", "{\"messages\":[]}", false);

    Reply reply = Demo.answer(request);

    assertThat(text(reply)).startsWith("`chat-poll` returned no messages.");
    assertThat(calls(reply)).extracting(Block.ToolUse::name).containsExactly("survey-list");
  }

  @Test
  void whereThinkingIsAllowedItThinksBeforeItCalls() {
    String body =
        ModelWorld.says(
            "list my surveys",
            "\"thinking\": {\"type\": \"enabled\", \"budget_tokens\": 1024}, " + TOOLS);

    Reply reply = Demo.answer(ModelWorld.request(body.replace("1000,", "5000,")));

    assertThat(reply.blocks().getFirst()).isInstanceOf(Block.Thinking.class);
    assertThat(call(reply).path("name").asText()).isEqualTo("survey-list");
  }

  @Test
  void aFaultThatWasAskedForDoesNotStrikeTheNextPrompt() {
    MessageRequest request =
        ModelWorld.request(
            """
            {"model": "m", "max_tokens": 9, "messages": [{"role": "user", "content": [
              {"type": "text", "text": "/fail http status=500"},
              {"type": "text", "text": "/say 2"}]}]}
            """);

    Reply reply = Demo.answer(request);

    assertThat(reply.faults()).isEmpty();
    assertThat(text(reply)).isNotEmpty();
  }

  private static Reply answer(String prompt) {
    return Demo.answer(ModelWorld.request(ModelWorld.says(prompt, TOOLS)));
  }

  private static MessageRequest withResults(String text, String result, boolean error) {
    String said = text.isEmpty() ? "" : ", {\"type\": \"text\", \"text\": \"" + text + "\"}";
    String content = Jsons.write(Jsons.object().textNode(result));
    return ModelWorld.request(
        """
        {"model": "m", "max_tokens": 9, %s, "messages": [
          {"role": "user", "content": "Read"},
          {"role": "assistant", "content": [
            {"type": "tool_use", "id": "toolu_1", "name": "chat-poll", "input": {}}]},
          {"role": "user", "content": [
            {"type": "tool_result", "tool_use_id": "toolu_1", "content": %s, "is_error": %s}%s]}]}
        """
            .formatted(TOOLS, content, error, said));
  }

  private static JsonNode content(Reply reply) {
    return new MessageJson(reply, ModelWorld.request("{}")).whole().path("content");
  }

  private static JsonNode call(Reply reply) {
    for (JsonNode block : content(reply)) {
      if (block.path("type").asText().equals("tool_use")) {
        return block;
      }
    }
    throw new AssertionError("No call in " + content(reply));
  }

  private static List<Block.ToolUse> calls(Reply reply) {
    return reply.blocks().stream()
        .filter(Block.ToolUse.class::isInstance)
        .map(Block.ToolUse.class::cast)
        .toList();
  }

  private static String raw(Block.ToolUse call) {
    return String.join("", call.pieces());
  }

  private static String text(Reply reply) {
    List<String> texts = new ArrayList<>();
    content(reply).forEach(block -> texts.add(block.path("text").asText()));
    return String.join("\n", texts).strip();
  }
}
