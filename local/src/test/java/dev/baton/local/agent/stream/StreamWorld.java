package dev.baton.local.agent.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.agent.core.access.Pass;
import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.event.RunError;
import dev.baton.agent.core.event.RunErrorCode;
import dev.baton.agent.core.event.TurnEvents;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunCommand;
import dev.baton.agent.core.run.RunEnding;
import dev.baton.agent.core.run.RunLimits;
import dev.baton.agent.core.run.RunPatience;
import dev.baton.agent.core.run.RunTerms;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.run.AgentRuns;
import dev.baton.agent.run.RunAudit;
import dev.baton.agent.run.RunHandled;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.agent.store.DynamoTicketStore;
import dev.baton.agent.store.EventBatch;
import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.client.Commands;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.log.Log;
import dev.baton.shell.metric.Metrics;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A local stack with a session whose run a test writes. */
final class StreamWorld implements AutoCloseable {
  private static final RunLimits LIMITS = new RunLimits(20, 50_000, 600_000, 500_000_000L, 65_536);

  private final InstantSource clock = InstantSource.system();
  private final LocalStack stack;
  private final DynamoDbClient client;
  private final DynamoEventLog log;
  private final DynamoAgentStore store;
  private final DynamoTicketStore tickets;
  private final AgentRuns runs;

  StreamWorld() throws Exception {
    stack = WholeStack.start(Map.of());
    client =
        DynamoDbClient.builder()
            .endpointOverride(URI.create(stack.awsUrl()))
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .build();
    String name =
        client.listTables().tableNames().stream()
            .filter(table -> table.contains("Sessions"))
            .findFirst()
            .orElseThrow();
    DynamoTable table = new DynamoTable(client, name);
    log = new DynamoEventLog(table, Duration.ofHours(24), clock);
    store = new DynamoAgentStore(table, log);
    tickets = new DynamoTicketStore(table);
    RunAudit audit = new RunAudit(Log.to(line -> {}, clock), Metrics.to(line -> {}, clock));
    runs = new AgentRuns(store, log, (run, effect) -> {}, audit, RunPatience.USUAL, clock);
  }

  LocalStack stack() {
    return stack;
  }

  /** Where the front page and streams are, at one origin. */
  String url() {
    return stack.apiUrl();
  }

  /** Begins a run in a session of its own. */
  Run begin() {
    JsonNode handoff = new Commands(stack.apiUrl()).data("agent-start", Map.of());
    String id = handoff.path("credentials").path("sessionId").asText();
    AgentSession session = Objects.requireNonNull(store.session(id));
    String runId = id.replace("ses_", "run_");
    RunTerms terms = new RunTerms(id, runId, "dev", "claude", LIMITS, false, 1, clock.millis());
    Run run = Objects.requireNonNull(runs.begin(session, terms, List.of(), null));
    return taken(run);
  }

  private Run taken(Run run) {
    RunCommand take = new RunCommand.Take("worker");
    return runs.handle(run.sessionId(), run.id(), take)
            instanceof RunHandled.Decided(Run now, var o)
        ? now
        : run;
  }

  /** The address of a stream with a fresh ticket. */
  String stream(Run run) {
    return stack.apiUrl() + target(run);
  }

  /** The same without the place where it is. */
  String target(Run run) {
    long now = clock.millis();
    Pass pass = Pass.ticket(run.sessionId(), "dev", run.id(), now + 600_000, now + 3_600_000);
    return bare(run) + "&ticket=" + tickets.issue(pass).text();
  }

  /** The same without a ticket. */
  static String bare(Run run) {
    return "/api/agent/stream?session_id=" + run.sessionId();
  }

  /** Where a client of the AI SDK posts prompts to a session of its own. */
  String posted() {
    JsonNode handoff = new Commands(stack.apiUrl()).data("agent-start", Map.of());
    return "/api/agent/stream?protocol=ai-sdk&session_id="
        + handoff.path("credentials").path("sessionId").asText();
  }

  /** Says a word, as a worker that lives. */
  void say(Run run, String word) {
    runs.handle(run.sessionId(), run.id(), new RunCommand.Renew(run.epoch()));
    long seq = log.last(run.sessionId()) + 1;
    LoggedEvent event =
        LoggedEvent.of(TurnEvents.token(word, "msg_1", 0), seq, run.id(), clock.millis());
    String nonce = UUID.randomUUID().toString();
    log.append(
        new EventBatch(run.sessionId(), run.id(), run.epoch(), nonce, false, List.of(event)));
  }

  /** Ends a run badly. */
  void fail(Run run) {
    RunEnding ending = new RunEnding.Failed(RunError.of(RunErrorCode.INTERNAL_ERROR));
    runs.handle(
        run.sessionId(), run.id(), new RunCommand.Finish(run.epoch(), run.progress(), ending));
  }

  /** The texts of a run's events. */
  List<String> log(Run run) {
    return log.ofRun(run.sessionId(), run.id(), 1).stream().map(LoggedEvent::text).toList();
  }

  @Override
  public void close() throws Exception {
    client.close();
    stack.close();
  }
}
