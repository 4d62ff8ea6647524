package dev.baton.agent.stream;

import dev.baton.agent.AgentWiring;
import dev.baton.agent.core.access.Pass;
import dev.baton.agent.core.event.AgentEvent;
import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.event.RunEvents;
import dev.baton.agent.core.event.TurnEvents;
import dev.baton.agent.core.event.Usage;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunCommand;
import dev.baton.agent.core.run.RunEnding;
import dev.baton.agent.core.run.RunLimits;
import dev.baton.agent.core.run.RunMachine;
import dev.baton.agent.core.run.RunPatience;
import dev.baton.agent.core.run.RunTerms;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.core.session.AgentSettings;
import dev.baton.agent.core.session.ApprovalPolicy;
import dev.baton.agent.run.AgentRuns;
import dev.baton.agent.run.RunAudit;
import dev.baton.agent.run.RunHandled;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoApiStore;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.agent.store.DynamoTicketStore;
import dev.baton.agent.store.DynamoViewerStore;
import dev.baton.agent.store.EventBatch;
import dev.baton.core.access.Scopes;
import dev.baton.core.frame.WayBack;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.SessionLimits;
import dev.baton.core.session.SessionMachine;
import dev.baton.core.session.SessionParticipant;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.access.ApiKey;
import dev.baton.shell.access.DynamoKeyStore;
import dev.baton.shell.aws.ClientSet;
import dev.baton.shell.config.Settings;
import dev.baton.shell.config.Surroundings;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.log.Log;
import dev.baton.shell.metric.Metrics;
import dev.baton.shell.server.RunningServer;
import dev.baton.shell.session.DynamoSessionStore;
import dev.baton.shell.session.Tokens;
import dev.baton.shell.time.Pause;
import dev.baton.testkit.dynamodb.Tables;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A table with sessions whose runs a test writes, and servers over it. */
final class Stage implements AutoCloseable {
  static final String OWNER = "ada";
  static final String USUAL_API = "https://api.example.org";
  private static final RunLimits LIMITS = new RunLimits(20, 50_000, 1_800_000, 500_000_000, 65_536);

  final DynamoTable table;
  final DynamoEventLog log;
  final DynamoAgentStore agents;
  final DynamoTicketStore tickets;
  final DynamoViewerStore viewers;
  String api = USUAL_API;
  final List<String> lines = new CopyOnWriteArrayList<>();
  final Map<String, String> settings = new ConcurrentHashMap<>();
  final Map<String, BearerCheck.Verdict> bearers = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final Pause pause;
  private final AgentRuns runs;
  private final List<RunningServer> servers = new ArrayList<>();
  private final Tokens tokens = new Tokens();
  StreamWiring.@Nullable Built built;

  /** A stage in real time. */
  Stage(DynamoDbClient client) {
    this(client, InstantSource.system(), Pause.asleep());
  }

  Stage(DynamoDbClient client, InstantSource clock, Pause pause) {
    this.clock = clock;
    this.pause = pause;
    this.table = new DynamoTable(client, Tables.sessions(client));
    this.log = new DynamoEventLog(table, Duration.ofHours(24), clock);
    this.agents = new DynamoAgentStore(table, log);
    this.tickets = new DynamoTicketStore(table);
    this.viewers = new DynamoViewerStore(table);
    RunAudit audit = new RunAudit(Log.to(lines::add, clock), Metrics.to(lines::add, clock));
    this.runs = new AgentRuns(agents, log, (run, effect) -> {}, audit, RunPatience.USUAL, clock);
    Scopes scopes = Scopes.parse("agent:*");
    new DynamoKeyStore(table)
        .create(new ApiKey(OWNER, "key_1", scopes, null, 0, null, Map.of()), "hash");
    settings.put("SESSIONS_TABLE", table.name());
    settings.put("AGENT_STREAM_OPENS", "0");
    settings.put("AGENT_STREAM_VIEWERS", "1000");
  }

  /** Starts a server. */
  RunningServer server() throws IOException {
    ClientSet clients =
        new ClientSet(
            table::client,
            () -> {
              throw new AssertionError("No Lambda client is needed.");
            },
            () -> {
              throw new AssertionError("No Scheduler client is needed.");
            },
            () -> {
              throw new AssertionError("No SQS client is needed.");
            },
            () -> {
              throw new AssertionError("No Secrets Manager client is needed.");
            },
            address -> {
              throw new AssertionError("No client of connections is needed.");
            });
    StreamWiring wiring =
        new StreamWiring(
            new AgentWiring(
                new LiveWiring(
                    Settings.of(settings::get),
                    clients,
                    new Surroundings(clock, pause, lines::add))));
    StreamWiring.Built parts =
        wiring.build(
            new ApiCaller(HttpClient.newHttpClient()),
            (api, authorization, session) ->
                bearers.getOrDefault(
                    authorization.substring("Bearer ".length()), BearerCheck.Verdict.NOT_AUTHENTIC),
            runs);
    built = parts;
    RunningServer server = AgentStreamServer.start(0, parts);
    servers.add(server);
    return server;
  }

  /** Makes a session without a run. */
  String session() {
    String id = tokens.sessionId();
    long now = clock.millis();
    SessionProfile profile =
        new SessionProfile(
            id,
            "agent",
            "agent:" + id,
            OWNER,
            "key_1",
            Scopes.parse("agent:*"),
            "websocket",
            new SessionParticipant("p_1", "Ada", false),
            JsonObject.builder().put("session_id", id).build(),
            new WayBack("agent-reconnect", "agent-poll"),
            5,
            0,
            now);
    new DynamoSessionStore(table)
        .create(
            SessionMachine.open(profile, tokens.issue().hash(), now, SessionLimits.DEFAULTS),
            now + Duration.ofHours(24).toMillis());
    AgentSettings agent =
        new AgentSettings(
            "claude", null, 4_096, null, List.of(), ApprovalPolicy.NEVER, LIMITS, api);
    new DynamoApiStore(table).keep(api);
    agents.save(AgentSession.made(id, OWNER, agent, false, now));
    return id;
  }

  /** Begins a run. */
  Run begin(String sessionId) {
    AgentSession session = current(sessionId);
    String runId = tokens.sessionId().replace("ses_", "run_");
    RunTerms terms =
        new RunTerms(
            sessionId, runId, OWNER, "claude", LIMITS, false, session.nextSeq(), clock.millis());
    Run run = RunMachine.begin(terms, session.messages(), RunPatience.USUAL).next();
    agents.begin(
        session.begun(run, session.messages()),
        run,
        List.of(),
        batch(run, session.nextSeq(), List.of(RunEvents.runStarted(sessionId, "claude"))),
        null);
    return run;
  }

  private AgentSession current(String sessionId) {
    AgentSession session = agents.session(sessionId);
    if (session == null) {
      throw new AssertionError("No session " + sessionId);
    }
    return session;
  }

  /** Appends events as one batch. */
  void append(Run run, AgentEvent... events) {
    log.append(batch(run, log.last(run.sessionId()) + 1, List.of(events)));
  }

  /** Appends so many tokens, one by one. */
  void tokens(Run run, int count) {
    for (int number = 1; number <= count; number++) {
      append(run, TurnEvents.token("word " + number + "\n\u2028é𝄞 ", "msg_1", 0));
    }
  }

  private EventBatch batch(Run run, long first, List<AgentEvent> events) {
    List<LoggedEvent> placed = new ArrayList<>();
    for (AgentEvent event : events) {
      placed.add(LoggedEvent.of(event, first + placed.size(), run.id(), clock.millis()));
    }
    String nonce = UUID.randomUUID().toString();
    return new EventBatch(run.sessionId(), run.id(), 1, nonce, false, placed);
  }

  /** Ends a run as a worker does. */
  Run end(Run run, RunEnding ending) {
    Run taken = decided(run, new RunCommand.Take("worker"));
    return decided(run, new RunCommand.Finish(taken.epoch(), taken.progress(), ending));
  }

  /** Lets a worker take a run. */
  Run take(Run run) {
    return decided(run, new RunCommand.Take("worker"));
  }

  private Run decided(Run run, RunCommand command) {
    return switch (runs.handle(run.sessionId(), run.id(), command)) {
      case RunHandled.Decided(Run now, var outcome) -> now;
      case RunHandled.Unknown unknown -> throw new AssertionError("No run " + run.id());
      case RunHandled.Contended contended -> throw new AssertionError("Contended");
    };
  }

  /** A run of one turn with so many tokens, from its begin to its end. */
  Run recorded(String sessionId, int count) {
    Run run = begin(sessionId);
    append(run, TurnEvents.turnStarted(1, 1, "msg_1"));
    tokens(run, count);
    append(run, TurnEvents.turnFinished(1, "msg_1", "end_turn", Usage.NONE));
    return end(run, new RunEnding.Done("end_turn"));
  }

  /** Issues a ticket. */
  String ticket(String sessionId, @Nullable String runId) {
    long now = clock.millis();
    return tickets
        .issue(Pass.ticket(sessionId, OWNER, runId, now + 60_000, now + 86_400_000))
        .text();
  }

  /** A bearer that may see all sessions. */
  String bearer() {
    bearers.put("key-of-ada", BearerCheck.Verdict.MAY_SEE);
    return "Authorization: Bearer key-of-ada";
  }

  @Override
  public void close() {
    servers.forEach(RunningServer::close);
  }
}
