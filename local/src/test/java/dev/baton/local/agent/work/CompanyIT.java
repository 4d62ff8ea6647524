package dev.baton.local.agent.work;

import static dev.baton.local.agent.work.WorkWorld.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.conversation.Message;
import dev.baton.agent.core.run.Lease;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunState;
import dev.baton.agent.core.run.RunTerms;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.core.viewer.Viewer;
import dev.baton.agent.store.DynamoViewerStore;
import dev.baton.core.access.Scopes;
import dev.baton.core.frame.WayBack;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionLimits;
import dev.baton.core.session.SessionMachine;
import dev.baton.core.session.SessionParticipant;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.access.ApiKey;
import dev.baton.shell.access.DynamoKeyStore;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.session.DynamoSessionStore;
import dev.baton.shell.session.Origin;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import dev.baton.testkit.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A run ends with its session, and with its last viewer if it was begun so. */
@ExtendWith(DynamoDbLocal.class)
final class CompanyIT {
  private static final String STALLED =
      ScriptedModel.failing(
          ScriptedModel.says("Hello, you two, and all the others."),
          "'stall': {'where': 'mid_text', 'ms': 60000}");

  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-15T10:00:00Z"));
  private final DynamoTable table;
  private final DynamoViewerStore viewers;
  private final WorkWorld world;

  CompanyIT(DynamoDbClient client) {
    table = new DynamoTable(client, Tables.sessions(client));
    viewers = new DynamoViewerStore(table);
    world = new WorkWorld(client, table.name(), clock).open("toy-read");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void runIsCalledOffWhenItsLastViewerHasGone() throws InterruptedException {
    world.script.replies(STALLED);
    Run run = beginForViewers();
    watch(run);
    Thread working = working(run);
    pass(run, 3);
    viewers.close(WorkWorld.SESSION, "v_1");

    passUntilOver(run, 40);
    working.join();

    assertCalledOff(run, "viewer_gone");
  }

  @Test
  void runThatNobodyHasWatchedYetGoesOn() throws InterruptedException {
    world.script.replies(STALLED);
    Run run = beginForViewers();
    Thread working = working(run);

    pass(run, 40);

    assertThat(world.run(run).state()).isEqualTo(RunState.RUNNING);
    world.cancel(run);
    working.join();
    assertCalledOff(run, "owner");
  }

  @Test
  void viewerWhoComesBackInTimeKeepsTheRun() throws InterruptedException {
    world.script.replies(STALLED);
    Run run = beginForViewers();
    watch(run);
    Thread working = working(run);
    pass(run, 3);
    viewers.close(WorkWorld.SESSION, "v_1");
    pass(run, 20);
    watch(run);

    pass(run, 20);

    assertThat(world.run(run).state()).isEqualTo(RunState.RUNNING);
    world.cancel(run);
    working.join();
    assertCalledOff(run, "owner");
  }

  @Test
  void runThatWasNotBegunSoGoesOnWithoutViewers() throws InterruptedException {
    world.script.replies(STALLED);
    Run run = world.begin("Hello?");
    watch(run);
    Thread working = working(run);
    pass(run, 3);
    viewers.close(WorkWorld.SESSION, "v_1");

    pass(run, 40);

    assertThat(world.run(run).state()).isEqualTo(RunState.RUNNING);
    world.cancel(run);
    working.join();
    assertCalledOff(run, "owner");
  }

  @Test
  void successorKnowsThatSomebodyWatched() throws InterruptedException {
    world.script.replies(
        ScriptedModel.calls("{'id': 'toolu_1', 'name': 'toy-read', 'input': {'n': 1}}"), STALLED);
    world.api.hold();
    Run run = beginForViewers();
    watch(run);
    AtomicLong left = new AtomicLong(300_000);
    Thread first = Thread.ofVirtual().start(() -> world.work(world.worker(), run, left::get));
    await(() -> !world.api.called().isEmpty());
    pass(run, 3);
    left.set(10_000);
    world.api.release();
    first.join();
    assertThat(world.run(run).state()).isEqualTo(RunState.HANDING_OVER);
    viewers.close(WorkWorld.SESSION, "v_1");

    Thread second = working(run);
    passUntilOver(run, 40);
    second.join();

    assertCalledOff(run, "viewer_gone");
  }

  @Test
  void runEndsWithItsSession() throws InterruptedException {
    openSession(Duration.ofMinutes(1));
    world.script.replies(STALLED);
    Run run = world.begin("Hello?");
    Thread working = working(run);
    pass(run, 3);

    world
        .sessions()
        .handle(WorkWorld.SESSION, new SessionCommand.End(null), Origin.ofBaton("test"));
    passUntilOver(run, 70);
    working.join();

    assertCalledOff(run, "session_ended");
  }

  @Test
  void runEndsWhenItsSessionExpires() throws InterruptedException {
    openSession(Duration.ofHours(24).minusSeconds(30));
    world.script.replies(STALLED);
    Run run = world.begin("Hello?");
    Thread working = working(run);
    pass(run, 20);
    assertThat(world.run(run).state()).isEqualTo(RunState.RUNNING);

    passUntilOver(run, 60);
    working.join();

    assertCalledOff(run, "session_expired");
  }

  private Run beginForViewers() {
    AgentSession session = Objects.requireNonNull(world.store.session(WorkWorld.SESSION));
    String runId = "run_" + "0".repeat(21) + "z";
    RunTerms terms =
        new RunTerms(
            WorkWorld.SESSION,
            runId,
            "dev",
            WorkWorld.MODEL,
            WorkWorld.LIMITS,
            true,
            session.nextSeq(),
            clock.millis());
    return Objects.requireNonNull(
        world.runs.begin(session, terms, List.of(Message.said(1, "Hello?", runId)), null));
  }

  private void watch(Run run) {
    long now = clock.millis();
    viewers.open(new Viewer("v_1", WorkWorld.SESSION, run.id(), now, now + 600_000));
  }

  /** A worker that waits for the rest of an answer. */
  private Thread working(Run run) {
    Thread working = world.working(run);
    await(() -> world.types(run).contains("token"));
    return working;
  }

  private void openSession(Duration age) {
    long made = clock.millis() - age.toMillis();
    ApiKey key = new ApiKey("dev", "key_1", Scopes.parse("*"), null, made, null, Map.of());
    new DynamoKeyStore(table, clock).create(key, "hash");
    SessionProfile profile =
        new SessionProfile(
            WorkWorld.SESSION,
            "agent",
            "agent:" + WorkWorld.SESSION,
            "dev",
            "key_1",
            Scopes.parse("*"),
            "sse+websocket",
            new SessionParticipant("p_1", "Owner", false),
            JsonObject.EMPTY,
            new WayBack("agent-start", "agent-reconnect"),
            5,
            0,
            made);
    new DynamoSessionStore(table)
        .create(
            SessionMachine.open(profile, "hash", clock.millis(), SessionLimits.DEFAULTS),
            clock.millis() + Duration.ofHours(24).toMillis());
  }

  /** Lets so many seconds pass; the worker renews its lease in each. */
  private void pass(Run run, int seconds) {
    for (int second = 0; second < seconds; second++) {
      long before = leasedUntil(run);
      clock.advance(Duration.ofSeconds(1));
      await(() -> leasedUntil(run) > before);
    }
  }

  private void passUntilOver(Run run, int seconds) {
    for (int second = 0; second < seconds && !world.run(run).state().isTerminal(); second++) {
      long before = leasedUntil(run);
      clock.advance(Duration.ofSeconds(1));
      await(() -> leasedUntil(run) > before || world.run(run).state().isTerminal());
    }
  }

  private long leasedUntil(Run run) {
    Lease lease = world.run(run).lease();
    return lease == null ? 0 : lease.until();
  }

  private void assertCalledOff(Run run, String reason) {
    assertThat(world.last(run).text("type")).isEqualTo("cancelled");
    assertThat(world.last(run).text("reason")).isEqualTo(reason);
    int asked = world.script.requests(1, 0).size();
    assertThat(world.script.requests(asked, asked).getLast().path("closed").path("by").asText())
        .isEqualTo("client");
    world.assertGoesOn();
  }
}
