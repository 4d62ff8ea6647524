package dev.baton.agent.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.run.Interruption;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may come next in the log of a run, rule by rule. */
final class RunGrammarTest {
  private static final AgentEvent START = RunEvents.runStarted("as_1", "model");
  private static final AgentEvent TURN = TurnEvents.turnStarted(1, 1, "msg_1");
  private static final AgentEvent CALL = call("c1");
  private static final AgentEvent RESULT = result("c1");
  private static final AgentEvent FINISHED =
      TurnEvents.turnFinished(1, "msg_1", "tool_use", Usage.NONE);
  private static final AgentEvent ERROR =
      RunEvents.error(RunError.of(RunErrorCode.WORKER_LOST), Usage.NONE);
  private static final AgentEvent WITHDRAWN =
      TurnEvents.withdrawn(1, 1, "msg_1", 2, "MODEL_STREAM_BROKEN");

  @Test
  void nothingComesAfterTheEnd() {
    assertThat(refusal(START, ERROR, ERROR)).contains("OVER");
    assertThat(refusal(START, ERROR, START)).contains("OVER");
  }

  @Test
  void aRunIsDoneOnlyRightAfterATurn() {
    AgentEvent done = RunEvents.done(Usage.NONE, "end_turn", 1, 1, null);

    assertThat(refusal(START, TURN, FINISHED, done)).isNull();
    assertThat(refusal(START, TURN, FINISHED, RunEvents.runResumed(2, "deadline"), done))
        .contains("done");
  }

  @Test
  void aTurnWaitsForTheResultOfEachCall() {
    assertThat(refusal(START, TURN, CALL, FINISHED)).isEqualTo("'c1' has no result.");
    assertThat(refusal(START, TURN, CALL, RESULT, FINISHED)).isNull();
    assertThat(refusal(START, TURN, CALL, ERROR)).isEqualTo("'c1' has no result.");
  }

  @Test
  void aCallHasOneResult() {
    assertThat(refusal(START, TURN, CALL, RESULT, RESULT)).isEqualTo("'c1' is no open call.");
    assertThat(refusal(START, TURN, RESULT)).isEqualTo("'c1' is no open call.");
    assertThat(refusal(START, TURN, delta("c1"), RESULT)).isEqualTo("'c1' is no open call.");
  }

  @Test
  void callsOfAWithdrawnAttemptHaveNoResult() {
    AgentEvent again = TurnEvents.turnStarted(1, 2, "msg_2");

    assertThat(refusal(START, TURN, CALL, WITHDRAWN, again, RESULT)).contains("no open call");
    assertThat(refusal(START, TURN, CALL, WITHDRAWN, again, FINISHED)).isNull();
  }

  @Test
  void argumentsComeBeforeTheirCall() {
    assertThat(refusal(START, TURN, delta("c1"), CALL, delta("c1"))).contains("go on after");
    assertThat(refusal(START, TURN, CALL, CALL)).isEqualTo("'c1' is called twice.");
  }

  @Test
  void aBlockThatWasCutNeedsNoResult() {
    assertThat(refusal(START, TURN, delta("c1"), ERROR)).isNull();
  }

  @Test
  void aQuestionIsAnsweredBeforeItsResult() {
    AgentEvent asked = asked("a1", "c1");
    AgentEvent answered = RunEvents.approvalResolved("a1", "c1", true, "owner");

    assertThat(refusal(START, TURN, CALL, asked, RESULT)).contains("before its answer");
    assertThat(refusal(START, TURN, CALL, asked, answered, RESULT, FINISHED)).isNull();
    assertThat(refusal(START, TURN, CALL, answered)).contains("no such answer");
    assertThat(refusal(START, TURN, CALL, asked, answered, answered)).contains("no such answer");
    assertThat(refusal(START, TURN, CALL, asked, asked)).contains("asked about twice");
    assertThat(refusal(START, TURN, CALL, call("c2"), asked, asked("a1", "c2"))).contains("twice");
    assertThat(refusal(START, TURN, CALL, RESULT, asked)).contains("no open call");
  }

  @Test
  void aWithdrawnTurnIsStartedAgainAsTheNextAttemptWithANewMessage() {
    assertThat(refusal(START, TURN, WITHDRAWN, TurnEvents.turnStarted(1, 2, "msg_2"))).isNull();
    assertThat(refusal(START, TURN, WITHDRAWN, TurnEvents.turnStarted(1, 1, "msg_2")))
        .contains("next attempt");
    assertThat(refusal(START, TURN, WITHDRAWN, TurnEvents.turnStarted(1, 3, "msg_2")))
        .contains("next attempt");
    assertThat(refusal(START, TURN, WITHDRAWN, TurnEvents.turnStarted(2, 2, "msg_2")))
        .contains("same turn");
    assertThat(refusal(START, TURN, WITHDRAWN, TurnEvents.turnStarted(1, 2, "msg_1")))
        .contains("new message");
  }

  @Test
  void callsThatFailUnseenAfterAWithdrawalMayCountAsAttempts() {
    AgentEvent retrying = RunEvents.retrying(1, 3, "MODEL_OVERLOADED", 500);

    assertThat(refusal(START, TURN, WITHDRAWN, retrying, TurnEvents.turnStarted(1, 3, "msg_3")))
        .isNull();
  }

  @Test
  void whatIsWithdrawnIsWhatWasStarted() {
    AgentEvent other = TurnEvents.withdrawn(1, 1, "msg_0", 2, "MODEL_STREAM_BROKEN");

    assertThat(refusal(START, TURN, other)).contains("not what was started");
  }

  @Test
  void anEventWithoutItsIdsIsRefused() {
    AgentEvent nameless = new AgentEvent(EventType.TOOL_CALL, JsonObject.EMPTY);

    assertThat(refusal(START, TURN, nameless)).isEqualTo("A call has no id.");
  }

  @Test
  void interruptionsCloseWhatIsOpenSoThatTheRunMayEnd() {
    List<AgentEvent> events =
        new ArrayList<>(List.of(START, TURN, CALL, call("c2"), call("c3"), result("c2")));
    events.add(asked("a3", "c3"));

    LogMaker log = new LogMaker();
    events.forEach(log::add);
    List<AgentEvent> closing =
        Interruption.of(log.log().stream().map(event -> Bodies.read(event.text())).toList());
    events.addAll(closing);
    events.add(ERROR);

    assertThat(closing.stream().map(AgentEvent::type))
        .containsExactly(EventType.APPROVAL_RESOLVED, EventType.TOOL_RESULT, EventType.TOOL_RESULT);
    assertThat(refusal(events.toArray(AgentEvent[]::new))).isNull();
    assertThat(grammar(events).isOver()).isTrue();
  }

  private static RunGrammar grammar(List<AgentEvent> events) {
    RunGrammar grammar = RunGrammar.start();
    for (AgentEvent event : events) {
      grammar =
          switch (grammar.accept(event)) {
            case RunGrammar.Accepted(RunGrammar next) -> next;
            case RunGrammar.Violated(String reason) -> throw new AssertionError(reason);
          };
    }
    return grammar;
  }

  /** Why the last event is refused, or null; all before it must be taken. */
  private static @Nullable String refusal(AgentEvent... events) {
    List<AgentEvent> before = List.of(events).subList(0, events.length - 1);
    return switch (grammar(before).accept(events[events.length - 1])) {
      case RunGrammar.Accepted accepted -> null;
      case RunGrammar.Violated(String reason) -> reason;
    };
  }

  private static AgentEvent call(String id) {
    return TurnEvents.toolCall(id, "chat-poll", JsonObject.EMPTY, false, "msg_1", 0);
  }

  private static AgentEvent delta(String id) {
    return TurnEvents.toolCallDelta(id, "chat-poll", "", "msg_1", 0);
  }

  private static AgentEvent result(String id) {
    return TurnEvents.toolResult(id, "chat-poll", JsonObject.EMPTY, 1, null);
  }

  private static AgentEvent asked(String approval, String call) {
    return RunEvents.approvalRequired(approval, call, "chat-poll", JsonObject.EMPTY, null, 1);
  }
}
