package dev.baton.agent;

import static dev.baton.agent.AgentBench.ADA;
import static dev.baton.agent.AgentBench.EVE;
import static dev.baton.agent.AgentBench.message;
import static dev.baton.agent.AgentBench.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.handoff.AgentHandoff;
import dev.baton.agent.core.run.RunCommand;
import dev.baton.agent.core.run.RunOutcome;
import dev.baton.agent.core.run.RunState;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.run.RunHandled;
import dev.baton.core.handoff.HandoffCheck;
import dev.baton.testkit.command.Answer;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The life of runs as commands, workers and timers make it. */
@ExtendWith(DynamoDbLocal.class)
class AgentRunsIT {
  private final AgentBench bench;
  private final String session;

  AgentRunsIT(DynamoDbClient client) {
    this.bench = new AgentBench(client, Map.of());
    this.session = bench.start(ADA);
  }

  @Test
  void fiftyMessagesAtOnceAreOneRun() throws Exception {
    List<Answer> answers = atOnce(number -> message(session, "Hi " + number));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .hasSize(49)
        .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("CONFLICT"));
    assertThat(bench.wiring().store().messages(session)).hasSize(1);
    assertThat(poll(session)).containsExactly("run_started");
    assertThat(bench.started()).hasSize(1);
  }

  @Test
  void fiftyTimesTheSameRequestIsOneRunForAll() throws Exception {
    String input =
        "{\"sessionId\":\"" + session + "\",\"message\":\"Hi\",\"clientRequestId\":\"r\"}";
    List<Answer> answers = atOnce(number -> input);

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(answers).extracting(answer -> answer.text("runId")).containsOnly(runOf(session));
    assertThat(answers)
        .filteredOn(answer -> answer.text().contains("\"replayed\":false"))
        .hasSize(1);
    assertThat(poll(session)).containsExactly("run_started");
  }

  private List<Answer> atOnce(IntFunction<String> input) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Answer>> calls =
          IntStream.range(0, 50)
              .mapToObj(number ->
                  (Callable<Answer>) () -> bench.call("agent-send", ADA, input.apply(number)))
              .toList();
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }

  @Test
  void sendAnswersWithTheRunAndWhatOpensIt() {
    Answer sent = bench.call("agent-send", ADA, message(session, "Hi"));

    assertThat(sent.text("state")).isEqualTo("queued");
    assertThat(sent.number("firstSeq")).isEqualTo(1);
    assertThat(HandoffCheck.of(sent.part("stream"), AgentHandoff.DEFINITION, bench.now()))
        .isEmpty();
    assertThat(sent.part("stream").text("endpoint"))
        .endsWith("&run_id=" + sent.text("runId") + "&after=0");
    assertThat(bench.timers()).hasSize(1);
  }

  @Test
  void repetitionWithTheKeyIsTheSameRunAndAnotherTicket() {
    Answer first = bench.call("agent-send", ADA, message(session, "Hi"), "k");
    Answer again = bench.call("agent-send", ADA, message(session, "Hi"), "k");

    assertThat(again.text("runId")).isEqualTo(first.text("runId"));
    assertThat(again.part("stream")).isNotEqualTo(first.part("stream"));
    assertThat(again.text()).contains("\"replayed\":true");
  }

  @Test
  void theSameIdForAnotherMessageIsAConflict() {
    String input =
        "{\"sessionId\":\"" + session + "\",\"message\":\"%s\",\"clientRequestId\":\"r\"}";
    bench.call("agent-send", ADA, input.formatted("Hi")).data();

    assertThat(bench.call("agent-send", ADA, input.formatted("Bye")).code()).isEqualTo("CONFLICT");
  }

  @Test
  void messageAndResumeExcludeEachOther() {
    String both = "{\"sessionId\":\"" + session + "\",\"message\":\"Hi\",\"resume\":true}";

    assertThat(bench.call("agent-send", ADA, both).code()).isEqualTo("VALIDATION_ERROR");
    assertThat(bench.call("agent-send", ADA, of(session)).code()).isEqualTo("VALIDATION_ERROR");
    assertThat(bench.call("agent-send", ADA, resume()).code()).isEqualTo("CONFLICT");
  }

  @Test
  void whoeverLooksEndsARunWhoseWorkerIsGone() {
    String run = bench.send(ADA, session);
    bench.worker(session, run, new RunCommand.Take("w"));
    bench.pass(Duration.ofSeconds(20));

    Answer status = bench.call("agent-status", ADA, of(session));
    assertThat(status.part("run").write()).contains("\"code\":\"WORKER_LOST\",");
    assertThat(poll(session)).containsExactly("run_started", "error");
    Answer resumed = bench.call("agent-send", ADA, resume());
    assertThat(resumed.number("firstSeq")).isEqualTo(3);
    assertThat(bench.wiring().store().messages(session)).hasSize(1);
  }

  @Test
  void sendingEndsARunWhoseWorkerIsGone() {
    String run = bench.send(ADA, session);
    bench.worker(session, run, new RunCommand.Take("w"));
    bench.pass(Duration.ofSeconds(20));

    assertThat(bench.call("agent-send", ADA, message(session, "Again")).number("firstSeq"))
        .isEqualTo(3);
    assertThat(bench.run(session, run).state()).isEqualTo(RunState.ERROR);
  }

  @Test
  void aZombieWritesNothing() {
    String run = bench.send(ADA, session);
    bench.worker(session, run, new RunCommand.Take("w"));
    bench.pass(Duration.ofSeconds(20));
    poll(session);

    RunHandled late = bench.worker(session, run, new RunCommand.Renew(1));
    assertThat(late)
        .isInstanceOfSatisfying(
            RunHandled.Decided.class,
            decided -> assertThat(decided.outcome()).isEqualTo(new RunOutcome.Fenced()));
    assertThat(poll(session)).containsExactly("run_started", "error");
  }

  @Test
  void theTimerStartsAWorkerThatDidNotCome() {
    String run = bench.send(ADA, session);
    bench.pass(Duration.ofSeconds(60));
    bench.fire(session, run);
    assertThat(bench.started()).hasSize(2);

    bench.pass(Duration.ofSeconds(60));
    bench.fire(session, run);
    assertThat(poll(session)).containsExactly("run_started", "error");
    assertThat(bench.timers())
        .containsExactly(run + " at(2026-01-15T10:01:00)", run + " at(2026-01-15T10:02:00)");
  }

  @Test
  void theTimerOfARunThatNeverWasIsInert() {
    bench.fire(session, "run_AAAAAAAAAAAAAAAAAAAAAA");

    assertThat(bench.timers()).isEmpty();
  }

  @Test
  void theTimerEndsTheRunOfASessionThatIsOver() {
    String run = bench.send(ADA, session);
    bench.await(session, run, "apr_1");
    bench.pass(Duration.ofMinutes(31));
    bench.fire(session, run);

    assertThat(poll(session)).contains("cancelled");
    assertThat(bench.call("agent-poll", ADA, of(session)).text()).contains("session_expired");
  }

  @ParameterizedTest
  @ValueSource(strings = {"queued", "awaiting", "handing over"})
  void cancellingWhereNobodyIsAtItEndsTheRunAtOnce(String stage) {
    String run = bench.send(ADA, session);
    if (stage.equals("awaiting")) {
      bench.await(session, run, "apr_1");
    } else if (stage.equals("handing over")) {
      bench.worker(session, run, new RunCommand.Take("w"));
      bench.worker(session, run, new RunCommand.HandOver(1, bench.run(session, run).progress()));
    }
    Answer cancelled = bench.call("agent-cancel", ADA, of(session));
    Answer again = bench.call("agent-cancel", ADA, of(session));

    assertThat(cancelled.text()).contains("\"state\":\"cancelled\",\"accepted\":true");
    assertThat(again.text()).contains("\"state\":\"cancelled\",\"accepted\":false");
    assertThat(poll(session)).endsWith("cancelled");
    assertThat(bench.call("agent-send", ADA, message(session, "Next")).status()).isEqualTo(200);
  }

  @Test
  void cancellingWorkIsAFlagAndCancellingTwiceIsAccepted() {
    String run = bench.send(ADA, session);
    bench.worker(session, run, new RunCommand.Take("w"));

    assertThat(bench.call("agent-cancel", ADA, of(session)).text())
        .contains("\"state\":\"running\",\"accepted\":true");
    assertThat(bench.call("agent-cancel", ADA, of(session)).text()).contains("\"accepted\":true");
    assertThat(bench.run(session, run).cancel()).isNotNull();
  }

  @Test
  void cancellingAnOlderRunChangesNothing() {
    String older = bench.send(ADA, session);
    bench.work(session, older);
    String newer = bench.send(ADA, session);
    String input = "{\"sessionId\":\"" + session + "\",\"runId\":\"" + older + "\"}";

    assertThat(bench.call("agent-cancel", ADA, input).text())
        .contains("\"state\":\"done\",\"accepted\":false");
    assertThat(bench.run(session, newer).state()).isEqualTo(RunState.QUEUED);
  }

  @Test
  void anApprovalIsAnsweredOnce() {
    String run = bench.send(ADA, session);
    bench.await(session, run, "apr_1");
    int before = bench.started().size();

    assertThat(approve("apr_1", true).text()).contains("\"state\":\"handing_over\"");
    assertThat(bench.started()).hasSize(before + 1);
    assertThat(approve("apr_1", true).status()).isEqualTo(200);
    assertThat(approve("apr_1", false).code()).isEqualTo("CONFLICT");
    assertThat(poll(session)).containsExactly("run_started", "approval_resolved");
  }

  @Test
  void anApprovalThatComesTooLateIsNone() {
    String run = bench.send(ADA, session);
    bench.await(session, run, "apr_1");
    bench.pass(Duration.ofMinutes(10));

    assertThat(approve("apr_1", true).code()).isEqualTo("APPROVAL_EXPIRED");
    assertThat(bench.run(session, run).state()).isEqualTo(RunState.HANDING_OVER);
  }

  @Test
  void approvalsOfAnOlderRunAreStillKnown() {
    String run = bench.send(ADA, session);
    bench.await(session, run, "apr_1");
    approve("apr_1", false).data();
    bench.work(session, run);
    bench.send(ADA, session);

    assertThat(approve("apr_1", false).text()).contains(run);
    assertThat(approve("apr_1", true).code()).isEqualTo("CONFLICT");
  }

  @Test
  void pollReadsOnBehindANumber() {
    bench.work(session, bench.send(ADA, session));
    String second = bench.send(ADA, session);

    Answer first = bench.call("agent-poll", ADA, after(0, ",\"limit\":2"));
    assertThat(first.types()).containsExactly("run_started", "done");
    assertThat(first.text()).contains("\"lastSeq\":2,\"hasMore\":true");
    Answer rest = bench.call("agent-poll", ADA, after(2, ""));
    assertThat(rest.types()).containsExactly("run_started");
    assertThat(rest.text()).contains("\"terminal\":false").contains("after=3");
    Answer only = bench.call("agent-poll", ADA, after(0, ",\"runId\":\"" + second + "\""));
    assertThat(only.types()).containsExactly("run_started");
    assertThat(bench.call("agent-poll", ADA, after(4, "")).code()).isEqualTo("VALIDATION_ERROR");
  }

  @Test
  void pollWaitsNoLongerThanItIsAskedTo() {
    bench.send(ADA, session);
    long before = bench.now();
    Answer nothing = bench.call("agent-poll", ADA, after(1, ",\"waitMs\":5000"));

    assertThat(nothing.types()).isEmpty();
    assertThat(bench.now() - before).isBetween(5_000L, 5_400L);
  }

  @Test
  void pollThatWaitsSeesTheEndOfADeadRun() {
    bench.worker(session, bench.send(ADA, session), new RunCommand.Take("w"));
    bench.pass(Duration.ofSeconds(15));

    assertThat(bench.call("agent-poll", ADA, after(1, ",\"waitMs\":20000")).types())
        .containsExactly("error");
  }

  @Test
  void eventsThatAreTooOldAreNotTold() {
    bench.work(session, bench.send(ADA, session));
    bench.pass(Duration.ofHours(24));

    assertThat(bench.call("agent-poll", ADA, of(session)).code()).isEqualTo("LOG_EXPIRED");
    Answer end = bench.call("agent-poll", ADA, after(2, ""));
    assertThat(end.text()).contains("\"terminal\":true");
  }

  @Test
  void whatWasDeletedIsNotSkipped() {
    bench.work(session, bench.send(ADA, session));
    bench.wiring().live().table().delete("agentlog#" + session, "event#%012d".formatted(1));

    assertThat(bench.call("agent-poll", ADA, of(session)).code()).isEqualTo("LOG_EXPIRED");
  }

  @Test
  void linesSayWhatBecameOfARunAndNothingElse() {
    String run = bench.send(ADA, session);
    bench.work(session, run);

    assertThat(bench.log()).anyMatch(line -> line.contains("run_ended") && line.contains(run));
    assertThat(bench.log()).anyMatch(line -> line.contains("agent_run_begun"));
    assertThat(bench.log()).noneMatch(line -> line.contains("\"Hi\""));
  }

  @Test
  void statusShowsNoRunOfAnotherSession() {
    bench.send(EVE, bench.start(EVE));

    Answer status = bench.call("agent-status", ADA, of(session));
    assertThat(status.data().has("run")).isFalse();
  }

  private String runOf(String sessionId) {
    AgentSession conversation = bench.wiring().store().session(sessionId);
    return String.valueOf(conversation == null ? null : conversation.latestRun());
  }

  private List<String> poll(String sessionId) {
    return bench.call("agent-poll", ADA, of(sessionId)).types();
  }

  private Answer approve(String id, boolean approved) {
    return bench.call(
        "agent-approve",
        ADA,
        "{\"sessionId\":\"%s\",\"approvalId\":\"%s\",\"approved\":%s}"
            .formatted(session, id, approved));
  }

  private String after(long seq, String more) {
    return "{\"sessionId\":\"" + session + "\",\"after\":" + seq + more + "}";
  }

  private String resume() {
    return "{\"sessionId\":\"" + session + "\",\"resume\":true}";
  }
}
