package dev.baton.local.agent.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.conversation.Message;
import dev.baton.agent.core.event.LogCheck;
import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.model.Models;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunCommand;
import dev.baton.agent.core.run.RunEffect;
import dev.baton.agent.core.run.RunLimits;
import dev.baton.agent.core.run.RunPatience;
import dev.baton.agent.core.run.RunTerms;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.core.session.AgentSettings;
import dev.baton.agent.core.session.ApprovalPolicy;
import dev.baton.agent.run.AgentRuns;
import dev.baton.agent.run.RunAudit;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.agent.store.DynamoGrantStore;
import dev.baton.agent.store.DynamoViewerStore;
import dev.baton.agent.work.WorkErrand;
import dev.baton.agent.work.Worker;
import dev.baton.agent.work.WorkerParts;
import dev.baton.agent.work.model.AnthropicModel;
import dev.baton.agent.work.model.KeyedModel;
import dev.baton.agent.work.tool.ToolGrants;
import dev.baton.agent.work.turn.WorkTimes;
import dev.baton.agent.work.watch.WatchTimes;
import dev.baton.core.json.JsonObject;
import dev.baton.local.model.ModelStandIn;
import dev.baton.shell.access.DynamoKeyStore;
import dev.baton.shell.access.KeyMint;
import dev.baton.shell.aws.ClientSet;
import dev.baton.shell.config.Settings;
import dev.baton.shell.config.Surroundings;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.time.Pause;
import dev.baton.testkit.dynamodb.Tables;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A worker over a table of its own and a stand-in of its own, with short times. */
final class WorkWorld implements AutoCloseable {
  static final String SESSION = "ses_0123456789012345678901";
  static final String MODEL = "claude-sonnet-4-5";
  static final RunLimits LIMITS = new RunLimits(20, 50_000, 600_000, 500_000_000L, 64 * 1024);

  private static final JsonReader READER = JsonReader.keepingDuplicates(200);
  private static final RunPatience PATIENCE =
      new RunPatience(
          Duration.ofSeconds(120),
          Duration.ofSeconds(3),
          Duration.ofSeconds(1),
          Duration.ofMinutes(10),
          Duration.ofSeconds(60),
          2,
          Duration.ofSeconds(60));

  private final ModelStandIn standIn = ModelStandIn.start(0);
  final ScriptedModel script = new ScriptedModel(standIn.url(), "key-" + UUID.randomUUID());
  final ToyApi api = ToyApi.start();
  final List<String> logLines = new CopyOnWriteArrayList<>();
  final AtomicInteger workersStarted = new AtomicInteger();
  final InstantSource clock;
  final DynamoAgentStore store;
  final DynamoEventLog log;
  final AgentRuns runs;
  private final DynamoTable table;
  private WorkTimes times =
      new WorkTimes(Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(1));
  private String models =
      "{\"claude-sonnet-4-5\":{\"context\":200000,\"input\":3,\"output\":15,"
          + "\"cache_write\":3.75,\"cache_read\":0.3}}";
  private int count;

  WorkWorld(DynamoDbClient client) {
    this(client, Tables.sessions(client), InstantSource.system());
  }

  WorkWorld(DynamoDbClient client, String tableName, InstantSource clock) {
    this.clock = clock;
    this.table = new DynamoTable(client, tableName);
    this.log = new DynamoEventLog(table, Duration.ofHours(24), clock);
    this.store = new DynamoAgentStore(table, log);
    Surroundings around = surroundings();
    this.runs =
        new AgentRuns(
            store,
            log,
            (run, effect) -> {
              if (effect instanceof RunEffect.StartWorker) {
                workersStarted.incrementAndGet();
              }
            },
            new RunAudit(around.log(), around.metrics()),
            PATIENCE,
            clock);
  }

  /** Models that say nothing for so long are given up. */
  void patience(Duration silence) {
    times = new WorkTimes(Duration.ofSeconds(60), silence, Duration.ofSeconds(1));
  }

  private Surroundings surroundings() {
    return new Surroundings(clock, Pause.asleep(), logLines::add);
  }

  /** A worker of this world, that is one process. */
  Worker worker() {
    return worker(table.client());
  }

  /** A worker whose database is that client. */
  Worker worker(DynamoDbClient client) {
    DynamoTable own = new DynamoTable(client, table.name());
    DynamoEventLog ownLog = new DynamoEventLog(own, Duration.ofHours(24), clock);
    DynamoAgentStore ownStore = new DynamoAgentStore(own, ownLog);
    Surroundings around = surroundings();
    AgentRuns ownRuns =
        new AgentRuns(
            ownStore,
            ownLog,
            (run, effect) -> workersStarted.incrementAndGet(),
            new RunAudit(around.log(), around.metrics()),
            PATIENCE,
            clock);
    return new Worker(
        new WorkerParts(
            function -> ownRuns,
            ownStore,
            ownLog,
            sessions(own),
            new DynamoViewerStore(own),
            new KeyedModel(
                script::key,
                key -> new AnthropicModel(standIn.url(), key, times.silence(), times.call())),
            Models.of(json(models)),
            new ToolGrants(grants(own), new KeyMint(), clock),
            HttpClient.newHttpClient(),
            times,
            new WatchTimes(Duration.ofMillis(100), Duration.ofSeconds(1)),
            Duration.ofSeconds(5),
            Duration.ofMillis(40),
            512,
            () -> 0.99,
            around));
  }

  private DynamoGrantStore grants(DynamoTable own) {
    return new DynamoGrantStore(own, new DynamoKeyStore(own, clock));
  }

  /** Sessions as all domains have them. */
  Sessions sessions() {
    return sessions(table);
  }

  private Sessions sessions(DynamoTable own) {
    Settings settings = Settings.of(name -> name.equals("SESSIONS_TABLE") ? own.name() : null);
    ClientSet usual = ClientSet.ofProcess();
    ClientSet clients =
        new ClientSet(
            own::client,
            usual.lambda(),
            usual.scheduler(),
            usual.sqs(),
            usual.secretsManager(),
            usual.connections());
    return new LiveWiring(settings, clients, surroundings()).sessions();
  }

  /** What is known of models, as JSON. */
  void models(String known) {
    models = known;
  }

  /** A session whose agent may call these commands. */
  WorkWorld open(String... tools) {
    return open(1_000, null, tools);
  }

  /** The same with answers so long, of which so much may be thoughts. */
  WorkWorld open(int maxTokens, @Nullable Integer thinking, String... tools) {
    AgentSettings settings =
        new AgentSettings(
            MODEL,
            "Be kind.",
            maxTokens,
            thinking,
            List.of(tools),
            ApprovalPolicy.DESTRUCTIVE,
            LIMITS,
            api.url());
    store.save(AgentSession.made(SESSION, "dev", settings, false, clock.millis()));
    return this;
  }

  /** Begins a run on a prompt; null goes on with what is there. */
  Run begin(@Nullable String prompt) {
    return begin(prompt, LIMITS);
  }

  Run begin(@Nullable String prompt, RunLimits limits) {
    AgentSession session = Objects.requireNonNull(store.session(SESSION));
    String runId = "run_" + "0".repeat(21) + (char) ('a' + count++);
    RunTerms terms =
        new RunTerms(
            SESSION, runId, "dev", MODEL, limits, false, session.nextSeq(), clock.millis());
    List<Message> said =
        prompt == null ? List.of() : List.of(Message.said(session.messages() + 1, prompt, runId));
    return Objects.requireNonNull(runs.begin(session, terms, said, null));
  }

  /** Works as one invocation of five minutes does. */
  void work(Run run) {
    work(worker(), run, () -> 300_000);
  }

  void work(Worker worker, Run run, LongSupplier remaining) {
    worker.work(
        new WorkErrand(SESSION, run.id(), "worker-" + UUID.randomUUID(), "work", remaining));
  }

  /** The same on a thread of its own. */
  Thread working(Run run) {
    return Thread.ofVirtual().start(() -> work(run));
  }

  void cancel(Run run) {
    runs.handle(SESSION, run.id(), new RunCommand.Cancel("owner"));
  }

  /** The owner answers for every call that waits. */
  void answer(Run run, boolean approved) {
    run(run)
        .openApprovals()
        .forEach(approval ->
            runs.handle(SESSION, run.id(), new RunCommand.Answer(approval.id(), approved)));
  }

  Run run(Run run) {
    return Objects.requireNonNull(store.run(SESSION, run.id()));
  }

  List<JsonObject> events(Run run) {
    return log.ofRun(SESSION, run.id(), run.terms().firstSeq()).stream()
        .map(event -> json(event.text()))
        .toList();
  }

  /** The types of a run's events, pieces of one kind in a row once. */
  List<String> types(Run run) {
    List<String> types = new ArrayList<>();
    for (JsonObject event : events(run)) {
      String type = Objects.requireNonNull(event.text("type"));
      if (types.isEmpty() || !types.getLast().equals(type) || !isPiece(type)) {
        types.add(type);
      }
    }
    return types;
  }

  private static boolean isPiece(String type) {
    return type.equals("token") || type.equals("thinking") || type.equals("tool_call_delta");
  }

  JsonObject last(Run run) {
    return events(run).getLast();
  }

  String text(Run run) {
    StringBuilder text = new StringBuilder();
    events(run).stream()
        .filter(event -> "token".equals(event.text("type")))
        .forEach(event -> text.append(event.text("text")));
    return text.toString();
  }

  /** The whole log keeps its grammar. */
  void assertGrammar() {
    List<LoggedEvent> all = log.after(SESSION, 0, 1_000, true);
    assertThat(LogCheck.violations(all, WorkWorld::json)).isEmpty();
  }

  static JsonObject json(String text) {
    return (JsonObject) READER.readOwn(text);
  }

  /** The run ended with that error, and the conversation goes on with a model that is strict. */
  void assertFailed(Run run, String code) {
    assertThat(last(run).text("type")).isEqualTo("error");
    assertThat(last(run).text("code")).isEqualTo(code);
    assertGoesOn();
  }

  /** The next run is done. */
  void assertGoesOn() {
    script.replies(ScriptedModel.says("On we go."));
    Run next = begin("And now?");
    work(next);
    assertThat(last(next).text("type")).isEqualTo("done");
    assertGrammar();
  }

  /** Looks again and again until it is so, for a minute at most. */
  static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plusSeconds(60);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** Lines that tell of faults. */
  List<String> errors() {
    return logLines.stream().filter(line -> line.contains("\"level\":\"ERROR\"")).toList();
  }

  @Override
  public void close() {
    api.close();
    standIn.close();
  }
}
