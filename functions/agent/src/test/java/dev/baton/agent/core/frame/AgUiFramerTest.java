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

/** Each row of the mapping to AG-UI that needs no history and no question. */
final class AgUiFramerTest {
  private static final String RUN = "\"threadId\":\"as_4F\",\"runId\":\"run_7Q\"";
  private static final String STEP_FINISHED =
      "{\"type\":\"STEP_FINISHED\",\"stepName\":\"turn-1\"}";
  private static final JsonObject ARGS = JsonObject.builder().put("roomId", "lobby").build();
  private static final AgentEvent TURN = TurnEvents.turnStarted(1, 1, "m");
  private static final AgentEvent CALL =
      TurnEvents.toolCall("c1", "chat-poll", ARGS, false, "m", 1);

  @Test
  void aRunStartsWithWhatWasSaidBefore() {
    assertThat(last())
        .containsExactly(
            "{\"type\":\"RUN_STARTED\"," + RUN + "}",
            "{\"type\":\"MESSAGES_SNAPSHOT\",\"messages\":[]}");
  }

  @Test
  void aTurnIsAStep() {
    assertThat(last(TURN)).containsExactly("{\"type\":\"STEP_STARTED\",\"stepName\":\"turn-1\"}");
    assertThat(last(TURN, TurnEvents.turnFinished(1, "m", "end_turn", Usage.NONE)))
        .containsExactly(STEP_FINISHED);
  }

  @Test
  void thinkingIsAReasoningMessageInASpan() {
    assertThat(last(TURN, TurnEvents.thinking("Hm", "m", 0)))
        .containsExactly(
            "{\"type\":\"REASONING_START\",\"messageId\":\"m:0\"}",
            "{\"type\":\"REASONING_MESSAGE_START\",\"messageId\":\"m:0\",\"role\":\"reasoning\"}",
            "{\"type\":\"REASONING_MESSAGE_CONTENT\",\"messageId\":\"m:0\",\"delta\":\"Hm\"}");
  }

  @Test
  void textHasTheIdOfItsMessageAndALaterTextOneOfItsOwn() {
    AgentEvent first = TurnEvents.token("Hi", "m", 1);
    AgentEvent later = TurnEvents.token("Ho", "m", 3);

    assertThat(last(TURN, TurnEvents.thinking("Hm", "m", 0), first))
        .containsExactly(
            "{\"type\":\"REASONING_MESSAGE_END\",\"messageId\":\"m:0\"}",
            "{\"type\":\"REASONING_END\",\"messageId\":\"m:0\"}",
            "{\"type\":\"TEXT_MESSAGE_START\",\"messageId\":\"m\",\"role\":\"assistant\"}",
            "{\"type\":\"TEXT_MESSAGE_CONTENT\",\"messageId\":\"m\",\"delta\":\"Hi\"}");
    assertThat(last(TURN, first, first)).hasSize(1);
    assertThat(last(TURN, first, later))
        .containsExactly(
            "{\"type\":\"TEXT_MESSAGE_END\",\"messageId\":\"m\"}",
            "{\"type\":\"TEXT_MESSAGE_START\",\"messageId\":\"m:3\",\"role\":\"assistant\"}",
            "{\"type\":\"TEXT_MESSAGE_CONTENT\",\"messageId\":\"m:3\",\"delta\":\"Ho\"}");
  }

  @Test
  void argumentsAreStreamed() {
    AgentEvent first = TurnEvents.toolCallDelta("c1", "chat-poll", "", "m", 1);
    AgentEvent more = TurnEvents.toolCallDelta("c1", "chat-poll", "{\"roomId\":\"lobby\"}", "m", 1);

    assertThat(last(TURN, first))
        .containsExactly(
            "{\"type\":\"TOOL_CALL_START\",\"toolCallId\":\"c1\",\"toolCallName\":\"chat-poll\","
                + "\"parentMessageId\":\"m\"}");
    assertThat(last(TURN, first, more))
        .containsExactly(
            "{\"type\":\"TOOL_CALL_ARGS\",\"toolCallId\":\"c1\","
                + "\"delta\":\"{\\\"roomId\\\":\\\"lobby\\\"}\"}");
    assertThat(last(TURN, first, more, CALL))
        .containsExactly("{\"type\":\"TOOL_CALL_END\",\"toolCallId\":\"c1\"}");
  }

  @Test
  void whatACallLacksIsSupplied() {
    String arguments =
        "{\"type\":\"TOOL_CALL_ARGS\",\"toolCallId\":\"c1\","
            + "\"delta\":\"{\\\"roomId\\\":\\\"lobby\\\"}\"}";

    assertThat(last(TURN, CALL))
        .containsExactly(
            "{\"type\":\"TOOL_CALL_START\",\"toolCallId\":\"c1\",\"toolCallName\":\"chat-poll\","
                + "\"parentMessageId\":\"m\"}",
            arguments,
            "{\"type\":\"TOOL_CALL_END\",\"toolCallId\":\"c1\"}");
    assertThat(last(TURN, TurnEvents.toolCallDelta("c1", "chat-poll", "", "m", 1), CALL))
        .startsWith(arguments);
  }

  @Test
  void aResultIsAMessageOfItsOwn() {
    assertThat(last(TURN, CALL, TurnEvents.toolResult("c1", "chat-poll", JsonNull.NULL, 4, null)))
        .containsExactly(
            "{\"type\":\"TOOL_CALL_RESULT\",\"messageId\":\"c1:result\",\"toolCallId\":\"c1\","
                + "\"content\":\"null\",\"role\":\"tool\"}");
  }

  @Test
  void whatOnlyBatonSaysIsCustom() {
    assertThat(last(RunEvents.retrying(1, 2, "MODEL_OVERLOADED", 500)))
        .containsExactly(
            "{\"type\":\"CUSTOM\",\"name\":\"baton.status\",\"value\":{\"type\":\"retrying\","
                + "\"turn\":1,\"attempt\":2,\"code\":\"MODEL_OVERLOADED\",\"wait_ms\":500}}");
  }

  @Test
  void aWithdrawalClosesAllAndRestatesTheRest() {
    AgentEvent withdrawn = TurnEvents.withdrawn(1, 1, "m", 2, "MODEL_STREAM_BROKEN");

    assertThat(
            last(
                TURN, TurnEvents.thinking("Hm", "m", 0), TurnEvents.token("Hi", "m", 1), withdrawn))
        .containsExactly(
            "{\"type\":\"TEXT_MESSAGE_END\",\"messageId\":\"m\"}",
            STEP_FINISHED,
            "{\"type\":\"MESSAGES_SNAPSHOT\",\"messages\":["
                + "{\"id\":\"m:0\",\"role\":\"reasoning\",\"content\":\"\"}]}");
  }

  @Test
  void doneTellsTheUsageInAgUisCounts() {
    Usage usage = new Usage(8, 1, 2, 7);
    AgentEvent finished = TurnEvents.turnFinished(1, "m", "end_turn", usage);

    assertThat(last(TURN, finished, RunEvents.done(usage, "end_turn", 1, 9, null)))
        .containsExactly(
            "{\"type\":\"RUN_FINISHED\","
                + RUN
                + ",\"result\":{\"stop_reason\":\"end_turn\"},\"outcome\":{\"type\":\"success\"},"
                + "\"usage\":[{\"model\":\"claude-sonnet-4-5\",\"inputTokens\":17,"
                + "\"outputTokens\":1,\"cachedInputTokens\":7}]}");
  }

  @Test
  void anErrorClosesEverythingAndComesLast() {
    AgentEvent error = RunEvents.error(RunError.of(RunErrorCode.MODEL_AUTH), Usage.NONE);
    AgentEvent cut = TurnEvents.toolCallDelta("c1", "chat-poll", "{\"ro", "m", 1);

    assertThat(last(TURN, cut, error))
        .containsExactly(
            "{\"type\":\"TOOL_CALL_END\",\"toolCallId\":\"c1\"}",
            STEP_FINISHED,
            "{\"type\":\"RUN_ERROR\",\"message\":\""
                + RunErrorCode.MODEL_AUTH.sentence()
                + "\",\"code\":\"MODEL_AUTH\"}");
  }

  @Test
  void aCancellationFinishesTheRun() {
    assertThat(last(TURN, RunEvents.cancelled("owner", Usage.NONE)))
        .containsExactly(
            STEP_FINISHED,
            "{\"type\":\"RUN_FINISHED\","
                + RUN
                + ",\"result\":{\"cancelled\":true,\"reason\":\"owner\"},"
                + "\"outcome\":{\"type\":\"success\"}}");
  }

  @Test
  void aPlannedCloseIsCustomAndBeforeTheRunAnError() {
    Reconnect notice = new Reconnect(Reconnect.Reason.BUSY, 5_000);
    AgUiFramer begun = framer();
    FrameText.last(begun, TURN);

    assertThat(FrameText.data(begun.close(notice)))
        .containsExactly(
            "{\"type\":\"CUSTOM\",\"name\":\"baton.reconnect\",\"value\":{\"reason\":\"busy\","
                + "\"retry_ms\":5000}}");
    assertThat(FrameText.data(framer().close(notice)))
        .singleElement()
        .asString()
        .startsWith("{\"type\":\"RUN_ERROR\"")
        .contains("busy");
  }

  private static List<String> last(AgentEvent... events) {
    return FrameText.last(framer(), events);
  }

  private static AgUiFramer framer() {
    return new AgUiFramer(Bodies::read, AgUiView.ofRun(List.of(), null));
  }
}
