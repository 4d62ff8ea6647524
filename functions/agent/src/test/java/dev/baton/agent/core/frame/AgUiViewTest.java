package dev.baton.agent.core.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.conversation.Message;
import dev.baton.agent.core.event.Bodies;
import dev.baton.agent.core.event.LogMaker;
import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.event.RunEvents;
import dev.baton.agent.core.event.TurnEvents;
import dev.baton.agent.core.event.Usage;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What clients of AG-UI are told because of what they know already. */
final class AgUiViewTest {
  private static final JsonObject ARGS = JsonObject.builder().put("roomId", "lobby").build();
  private static final List<Message> MESSAGES =
      List.of(
          Message.said(1, "Hello", "run_1"),
          message(
              2,
              Message.ASSISTANT,
              "run_1",
              "{\"type\":\"thinking\",\"thinking\":\"Hm\",\"signature\":\"s\"}",
              "{\"type\":\"text\",\"text\":\"I look.\"}",
              "{\"type\":\"tool_use\",\"id\":\"c0\",\"name\":\"chat-poll\",\"input\":{}}"),
          message(
              3,
              Message.USER,
              "run_1",
              "{\"type\":\"tool_result\",\"tool_use_id\":\"c0\",\"content\":\"{}\"}"),
          Message.said(4, "And now?", "run_2"),
          message(5, Message.ASSISTANT, "run_2", "{\"type\":\"text\",\"text\":\"Now.\"}"));

  @Test
  void historyEndsWithThePromptOfTheRun() {
    assertThat(AgUiView.historyOf(MESSAGES, "run_1")).isEqualTo(MESSAGES.subList(0, 1));
    assertThat(AgUiView.historyOf(MESSAGES, "run_2")).isEqualTo(MESSAGES.subList(0, 4));
    assertThat(AgUiView.historyOf(MESSAGES, "run_3")).isEqualTo(MESSAGES);
    assertThat(AgUiView.historyOf(MESSAGES.subList(4, 5), "run_2")).isEmpty();
  }

  @Test
  void historyIsRestatedInTheWordsOfAgUi() {
    AgUiView view = AgUiView.ofRun(AgUiView.historyOf(MESSAGES, "run_2"), null);

    String snapshot = FrameText.last(new AgUiFramer(Bodies::read, view)).getLast();

    assertThat(snapshot)
        .isEqualTo(
            "{\"type\":\"MESSAGES_SNAPSHOT\",\"messages\":["
                + "{\"id\":\"run_1:1\",\"role\":\"user\",\"content\":\"Hello\"},"
                + "{\"id\":\"run_1:2:0\",\"role\":\"reasoning\",\"content\":\"Hm\"},"
                + "{\"id\":\"run_1:2\",\"role\":\"assistant\",\"content\":\"I look.\","
                + "\"toolCalls\":[{\"id\":\"c0\",\"type\":\"function\","
                + "\"function\":{\"name\":\"chat-poll\",\"arguments\":\"{}\"}}]},"
                + "{\"id\":\"run_1:3:c0\",\"role\":\"tool\",\"content\":\"{}\",\"toolCallId\":\"c0\"},"
                + "{\"id\":\"run_2:4\",\"role\":\"user\",\"content\":\"And now?\"}]}");
  }

  @Test
  void theResultOfAnEarlierRunIsNotTakenForTheMessageThatItsRunTold() {
    AgUiView view = AgUiView.ofRun(AgUiView.historyOf(MESSAGES, "run_2"), null);

    String snapshot = FrameText.last(new AgUiFramer(Bodies::read, view)).getLast();

    assertThat(snapshot).doesNotContain(AgUiMessages.resultOf("c0"));
  }

  @Test
  void thinkingThatTheClientMayHaveIsEmptiedFirst() {
    LoggedEvent thinking =
        new LogMaker().run("run_2").add(TurnEvents.thinking("Hm", "m", 0)).log().getLast();

    String snapshot =
        FrameText.last(new AgUiFramer(Bodies::read, AgUiView.ofRun(List.of(), thinking))).getLast();

    assertThat(snapshot).contains("[{\"id\":\"m:0\",\"role\":\"reasoning\",\"content\":\"\"}]");
  }

  @Test
  void openQuestionsEndTheResponseOnceNothingMoreIsInTheLog() {
    AgUiFramer framer = new AgUiFramer(Bodies::read, AgUiView.ofRun(List.of(), null));

    String before = told(framer, asked().log());
    List<String> end = FrameText.data(framer.caughtUp());

    assertThat(before).doesNotContain("RUN_FINISHED");
    assertThat(end)
        .containsExactly(
            "{\"type\":\"STEP_FINISHED\",\"stepName\":\"turn-1\"}",
            "{\"type\":\"RUN_FINISHED\",\"threadId\":\"as_4F\",\"runId\":\"run_2\",\"outcome\":"
                + "{\"type\":\"interrupt\",\"interrupts\":["
                + "{\"id\":\"a1\",\"reason\":\"tool_approval\",\"message\":\"Really?\","
                + "\"toolCallId\":\"c1\",\"expiresAt\":\"1970-01-01T00:00:00.001Z\"},"
                + "{\"id\":\"a2\",\"reason\":\"tool_approval\","
                + "\"toolCallId\":\"c2\",\"expiresAt\":\"1970-01-01T00:00:00.001Z\"}]}}");
    assertThat(framer.isOver()).isTrue();
    assertThat(framer.caughtUp()).isEmpty();
  }

  @Test
  void anAnsweredQuestionIsPassedOver() {
    LogMaker log = asked().add(RunEvents.approvalResolved("a1", "c1", true, "owner"));
    log.add(RunEvents.approvalResolved("a2", "c2", false, "timer"));
    AgUiFramer framer = new AgUiFramer(Bodies::read, AgUiView.ofRun(List.of(), null));

    String text = told(framer, log.log()) + framer.caughtUp();

    assertThat(text).doesNotContain("RUN_FINISHED");
    assertThat(framer.isOver()).isFalse();
  }

  @Test
  void aRequestWithAnswersGetsWhatFollowsTheQuestions() {
    LogMaker log = asked().add(RunEvents.approvalResolved("a1", "c1", true, "owner"));
    log.add(RunEvents.approvalResolved("a2", "c2", true, "owner"));
    log.add(TurnEvents.toolResult("c1", "chat-poll", ARGS, 1, null));
    AgUiView view = new AgUiView(List.of(), null, Set.of("a1", "a2"));

    List<String> data = FrameText.data(told(new AgUiFramer(Bodies::read, view), log.log()));

    assertThat(data).hasSize(3);
    assertThat(data.get(0)).startsWith("{\"type\":\"RUN_STARTED\"");
    assertThat(data.get(1)).isEqualTo("{\"type\":\"STEP_STARTED\",\"stepName\":\"turn-1\"}");
    assertThat(data.get(2)).startsWith("{\"type\":\"TOOL_CALL_RESULT\"");
  }

  @Test
  void anAnswerToOneOfTwoQuestionsLeavesTheOther() {
    LogMaker log = asked().add(RunEvents.approvalResolved("a1", "c1", true, "owner"));
    AgUiFramer framer = new AgUiFramer(Bodies::read, new AgUiView(List.of(), null, Set.of("a1")));

    String text = told(framer, log.log()) + framer.caughtUp();

    assertThat(text).contains("\"interrupts\":[{\"id\":\"a2\"").doesNotContain("\"id\":\"a1\"");
  }

  @Test
  void aRequestWithUnknownAnswersStillGetsTheEnd() {
    LogMaker log = asked().add(RunEvents.cancelled("owner", Usage.NONE));
    AgUiView view = new AgUiView(List.of(), null, Set.of("a9"));

    List<String> data = FrameText.data(told(new AgUiFramer(Bodies::read, view), log.log()));

    assertThat(data).hasSize(2);
    assertThat(data.get(0)).startsWith("{\"type\":\"RUN_STARTED\"");
    assertThat(data.get(1)).startsWith("{\"type\":\"RUN_FINISHED\"");
  }

  private static LogMaker asked() {
    return new LogMaker()
        .run("run_2")
        .add(TurnEvents.turnStarted(1, 1, "m"))
        .add(TurnEvents.toolCall("c1", "chat-poll", ARGS, false, "m", 0))
        .add(TurnEvents.toolCall("c2", "chat-poll", ARGS, false, "m", 1))
        .add(RunEvents.approvalRequired("a1", "c1", "chat-poll", ARGS, "Really?", 1))
        .add(RunEvents.approvalRequired("a2", "c2", "chat-poll", ARGS, null, 1));
  }

  private static String told(AgUiFramer framer, List<LoggedEvent> log) {
    StringBuilder text = new StringBuilder();
    log.forEach(event -> text.append(framer.frames(event)));
    return text.toString();
  }

  private static Message message(long number, String role, String runId, String... blocks) {
    JsonArray content =
        new JsonArray(Arrays.stream(blocks).map(block -> (Json) Bodies.read(block)).toList());
    return new Message(number, role, content, runId);
  }
}
