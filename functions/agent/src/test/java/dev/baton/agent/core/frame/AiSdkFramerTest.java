package dev.baton.agent.core.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.event.AgentEvent;
import dev.baton.agent.core.event.Bodies;
import dev.baton.agent.core.event.RunError;
import dev.baton.agent.core.event.RunErrorCode;
import dev.baton.agent.core.event.RunEvents;
import dev.baton.agent.core.event.TurnEvents;
import dev.baton.agent.core.event.Usage;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each row of the mapping to the UI message stream. */
final class AiSdkFramerTest {
  private static final String OURS = ",\"dynamic\":true,\"providerExecuted\":true}";
  private static final String USAGE =
      "{\"input_tokens\":8,\"output_tokens\":1,\"cache_creation_input_tokens\":0,"
          + "\"cache_read_input_tokens\":7}";
  private static final JsonObject ARGS = JsonObject.builder().put("roomId", "lobby").build();
  private static final AgentEvent TURN = TurnEvents.turnStarted(1, 1, "m");
  private static final AgentEvent CALL =
      TurnEvents.toolCall("c1", "chat-poll", ARGS, false, "m", 1);
  private static final AgentEvent ASKED =
      RunEvents.approvalRequired("a1", "c1", "chat-poll", ARGS, "Really?", 1);

  @Test
  void aRunStartsAMessageOfItsId() {
    assertThat(last())
        .containsExactly(
            "{\"type\":\"start\",\"messageId\":\"run_7Q\",\"messageMetadata\":"
                + "{\"session_id\":\"as_4F\",\"run_id\":\"run_7Q\",\"model\":\"claude-sonnet-4-5\"}}");
  }

  @Test
  void aTurnIsAStep() {
    assertThat(last(TURN)).containsExactly("{\"type\":\"start-step\"}");
    assertThat(last(TURN, TurnEvents.turnFinished(1, "m", "end_turn", Usage.NONE)))
        .containsExactly("{\"type\":\"finish-step\"}");
  }

  @Test
  void textStartsOncePerBlock() {
    AgentEvent token = TurnEvents.token("Hi", "m", 0);
    String delta = "{\"type\":\"text-delta\",\"id\":\"m:0\",\"delta\":\"Hi\"}";

    assertThat(last(TURN, token))
        .containsExactly("{\"type\":\"text-start\",\"id\":\"m:0\"}", delta);
    assertThat(last(TURN, token, token)).containsExactly(delta);
  }

  @Test
  void anotherBlockEndsTheOneBefore() {
    assertThat(last(TURN, TurnEvents.thinking("Hm", "m", 0), TurnEvents.token("Hi", "m", 1)))
        .startsWith(
            "{\"type\":\"reasoning-end\",\"id\":\"m:0\"}",
            "{\"type\":\"text-start\",\"id\":\"m:1\"}");
    assertThat(last(TURN, TurnEvents.token("Hi", "m", 0), TurnEvents.token("Ho", "m", 1)))
        .startsWith("{\"type\":\"text-end\",\"id\":\"m:0\"}");
    assertThat(last(TURN, TurnEvents.token("Hi", "m", 0), CALL))
        .startsWith("{\"type\":\"text-end\",\"id\":\"m:0\"}");
  }

  @Test
  void thinkingIsReasoning() {
    assertThat(last(TURN, TurnEvents.thinking("Hm", "m", 0)))
        .containsExactly(
            "{\"type\":\"reasoning-start\",\"id\":\"m:0\"}",
            "{\"type\":\"reasoning-delta\",\"id\":\"m:0\",\"delta\":\"Hm\"}");
  }

  @Test
  void argumentsAreStreamedAndThenComplete() {
    AgentEvent first = TurnEvents.toolCallDelta("c1", "chat-poll", "", "m", 1);
    AgentEvent more = TurnEvents.toolCallDelta("c1", "chat-poll", "{\"room", "m", 1);

    assertThat(last(TURN, first))
        .containsExactly(
            "{\"type\":\"tool-input-start\",\"toolCallId\":\"c1\",\"toolName\":\"chat-poll\""
                + OURS);
    assertThat(last(TURN, first, more))
        .containsExactly(
            "{\"type\":\"tool-input-delta\",\"toolCallId\":\"c1\","
                + "\"inputTextDelta\":\"{\\\"room\"}");
    assertThat(last(TURN, first, more, CALL))
        .containsExactly(
            "{\"type\":\"tool-input-available\",\"toolCallId\":\"c1\",\"toolName\":\"chat-poll\","
                + "\"input\":{\"roomId\":\"lobby\"}"
                + OURS);
  }

  @Test
  void resultsAreOutputs() {
    assertThat(last(TURN, CALL, TurnEvents.toolResult("c1", "chat-poll", JsonNull.NULL, 4, null)))
        .containsExactly(
            "{\"type\":\"tool-output-available\",\"toolCallId\":\"c1\",\"output\":null" + OURS);
    assertThat(
            last(TURN, CALL, TurnEvents.toolFailure("c1", "chat-poll", "TOOL_TIMEOUT", "Late.", 4)))
        .containsExactly(
            "{\"type\":\"tool-output-error\",\"toolCallId\":\"c1\","
                + "\"errorText\":\"TOOL_TIMEOUT: Late.\""
                + OURS);
  }

  @Test
  void aQuestionIsAnApprovalRequest() {
    assertThat(last(TURN, CALL, ASKED))
        .containsExactly(
            "{\"type\":\"tool-approval-request\",\"approvalId\":\"a1\",\"toolCallId\":\"c1\"}");
  }

  @Test
  void anAnswerIsNothingAndARefusedCallIsDeniedInPlaceOfItsResult() {
    AgentEvent refused = RunEvents.approvalResolved("a1", "c1", false, "owner");
    AgentEvent result = TurnEvents.toolFailure("c1", "chat-poll", "TOOL_DENIED", "No.", 0);

    assertThat(last(TURN, CALL, ASKED, refused)).isEmpty();
    assertThat(last(TURN, CALL, ASKED, refused, result))
        .containsExactly("{\"type\":\"tool-output-denied\",\"toolCallId\":\"c1\"}");
  }

  @Test
  void aWithdrawalResetsTheStep() {
    AgentEvent withdrawn = TurnEvents.withdrawn(1, 1, "m", 2, "MODEL_STREAM_BROKEN");
    AgentEvent cut = TurnEvents.toolCallDelta("c1", "chat-poll", "{", "m", 1);

    assertThat(last(TURN, TurnEvents.token("Hi", "m", 0), withdrawn))
        .containsExactly(
            "{\"type\":\"text-end\",\"id\":\"m:0\"}",
            "{\"type\":\"reset-step\"}",
            "{\"type\":\"finish-step\"}");
    assertThat(last(TURN, cut, withdrawn))
        .containsExactly("{\"type\":\"reset-step\"}", "{\"type\":\"finish-step\"}");
  }

  @Test
  void whatOnlyBatonSaysIsTransientData() {
    assertThat(last(RunEvents.retrying(1, 2, "MODEL_OVERLOADED", 500)))
        .containsExactly(
            "{\"type\":\"data-baton-status\",\"data\":{\"type\":\"retrying\",\"turn\":1,"
                + "\"attempt\":2,\"code\":\"MODEL_OVERLOADED\",\"wait_ms\":500},\"transient\":true}");
    assertThat(last(RunEvents.runResumed(2, "deadline")))
        .containsExactly(
            "{\"type\":\"data-baton-status\",\"data\":{\"type\":\"run_resumed\",\"attempt\":2,"
                + "\"reason\":\"deadline\"},\"transient\":true}");
  }

  @Test
  void doneFinishesTheMessage() {
    Usage usage = new Usage(8, 1, 0, 7);
    AgentEvent finished = TurnEvents.turnFinished(1, "m", "end_turn", usage);

    assertThat(last(TURN, finished, RunEvents.done(usage, "end_turn", 1, 9, 10_000_000L)))
        .containsExactly(
            "{\"type\":\"finish\",\"finishReason\":\"stop\",\"messageMetadata\":{\"usage\":"
                + USAGE
                + ",\"cost_usd\":0.01}}",
            "[DONE]");
    for (List<String> reasons :
        List.of(
            List.of("stop_sequence", "stop"),
            List.of("max_tokens", "length"),
            List.of("refusal", "content-filter"),
            List.of("tool_use", "other"))) {
      assertThat(last(TURN, finished, RunEvents.done(usage, reasons.getFirst(), 1, 9, null)))
          .first()
          .asString()
          .contains("\"finishReason\":\"" + reasons.getLast() + "\"")
          .doesNotContain("cost_usd");
    }
  }

  @Test
  void anErrorClosesEverythingAndComesLast() {
    AgentEvent error = RunEvents.error(RunError.of(RunErrorCode.MODEL_AUTH), Usage.NONE);

    assertThat(last(TURN, TurnEvents.token("Hi", "m", 0), error))
        .containsExactly(
            "{\"type\":\"text-end\",\"id\":\"m:0\"}",
            "{\"type\":\"finish-step\"}",
            "{\"type\":\"error\",\"errorText\":\"MODEL_AUTH: "
                + RunErrorCode.MODEL_AUTH.sentence()
                + "\"}",
            "[DONE]");
  }

  @Test
  void aCancellationAborts() {
    assertThat(last(TURN, RunEvents.cancelled("owner", Usage.NONE)))
        .containsExactly(
            "{\"type\":\"finish-step\"}", "{\"type\":\"abort\",\"reason\":\"owner\"}", "[DONE]");
  }

  @Test
  void aCutBlockOfArgumentsIsAnInputError() {
    AgentEvent cut = TurnEvents.toolCallDelta("c1", "chat-poll", "{\"ro", "m", 1);

    assertThat(last(TURN, cut, RunEvents.cancelled("owner", Usage.NONE)))
        .startsWith(
            "{\"type\":\"tool-input-error\",\"toolCallId\":\"c1\",\"toolName\":\"chat-poll\","
                + "\"input\":\"{\\\"ro\",\"errorText\":\"The arguments of this call were cut off.\""
                + OURS);
  }

  @Test
  void aPlannedCloseIsTransientDataAndNoEnd() {
    AiSdkFramer framer = new AiSdkFramer(Bodies::read);

    assertThat(FrameText.data(framer.close(new Reconnect(Reconnect.Reason.DEADLINE, 250))))
        .containsExactly(
            "{\"type\":\"data-baton-reconnect\",\"data\":{\"reason\":\"deadline\","
                + "\"retry_ms\":250},\"transient\":true}");
    assertThat(framer.isOver()).isTrue();
  }

  @Test
  void theFirstWriteIsNoEvent() {
    assertThat(new AiSdkFramer(Bodies::read).opening()).isEqualTo(": baton\n\n");
  }

  private static List<String> last(AgentEvent... events) {
    return FrameText.last(new AiSdkFramer(Bodies::read), events);
  }
}
