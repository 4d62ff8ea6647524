package dev.baton.agent.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.event.AgentEvent;
import dev.baton.agent.core.event.TurnEvents;
import dev.baton.agent.core.event.Usage;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RepairTest {
  private static final Message PROMPT = Message.said(1, "Hello", "run_1");
  private static final Message CALLS =
      new Message(2, Message.ASSISTANT, JsonArray.of(call("one"), call("two")), "run_1");

  @Test
  void textThatWasSeenAndNotSavedIsSavedWithoutTheBlankAtItsEnd() {
    Message missing =
        missing(
            PROMPT,
            TurnEvents.turnStarted(1, 1, "m"),
            TurnEvents.thinking("Hm", "m", 0),
            TurnEvents.token("Hello ", "m", 1),
            TurnEvents.token("you \n", "m", 1));

    assertThat(Objects.requireNonNull(missing).role()).isEqualTo(Message.ASSISTANT);
    assertThat(missing.number()).isEqualTo(2);
    assertThat(missing.content().write()).isEqualTo("[{\"type\":\"text\",\"text\":\"Hello you\"}]");
  }

  @Test
  void whatWasWithdrawnOrFinishedIsNotSavedAgain() {
    AgentEvent begun = TurnEvents.turnStarted(1, 1, "m");
    AgentEvent said = TurnEvents.token("Hello", "m", 0);

    assertThat(missing(PROMPT, begun, said, TurnEvents.withdrawn(1, 1, "m", 2, "X"))).isNull();
    assertThat(
            missing(PROMPT, begun, said, TurnEvents.turnFinished(1, "m", "end_turn", Usage.NONE)))
        .isNull();
    assertThat(missing(PROMPT, begun, TurnEvents.token(" \n", "m", 0))).isNull();
    assertThat(missing(PROMPT)).isNull();
  }

  @Test
  void callsGetTheResultsThatTheLogKnowsInTheirOwnOrder() {
    Message missing =
        missing(CALLS, TurnEvents.toolResult("two", "toy-read", Json.of("done"), 5, null));

    assertThat(Objects.requireNonNull(missing).role()).isEqualTo(Message.USER);
    assertThat(missing.content().elements())
        .extracting(block -> ((JsonObject) block).text("tool_use_id"))
        .containsExactly("one", "two");
    assertThat(missing.content().write()).contains("outcome unknown", "\\\"done\\\"");
  }

  @Test
  void wholeConversationLacksNothing() {
    Message answer =
        new Message(
            2,
            Message.ASSISTANT,
            JsonArray.of(JsonObject.builder().put("type", "text").put("text", "Hi").build()),
            "run_1");

    assertThat(missing(answer)).isNull();
  }

  private static @Nullable Message missing(Message last, AgentEvent... events) {
    List<JsonObject> log = Stream.of(events).map(RepairTest::logged).toList();
    return Repair.missing(last, "run_1", log, 1_000);
  }

  private static JsonObject logged(AgentEvent event) {
    JsonObject.Builder json = JsonObject.builder().put("type", event.type().wireName());
    event.payload().members().forEach(member -> json.put(member.name(), member.value()));
    return json.build();
  }

  private static JsonObject call(String id) {
    return JsonObject.builder()
        .put("type", "tool_use")
        .put("id", id)
        .put("name", "toy-read")
        .put("input", JsonObject.EMPTY)
        .build();
  }
}
