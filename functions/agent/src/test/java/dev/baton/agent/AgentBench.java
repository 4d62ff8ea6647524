package dev.baton.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.baton.agent.approve.AgentApproveHandler;
import dev.baton.agent.cancel.AgentCancelHandler;
import dev.baton.agent.core.run.Approval;
import dev.baton.agent.core.run.Progress;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunCommand;
import dev.baton.agent.core.run.RunEnding;
import dev.baton.agent.end.AgentEndHandler;
import dev.baton.agent.poll.AgentPollHandler;
import dev.baton.agent.reconnect.AgentReconnectHandler;
import dev.baton.agent.run.RunHandled;
import dev.baton.agent.send.AgentSendHandler;
import dev.baton.agent.start.AgentStartHandler;
import dev.baton.agent.status.AgentStatusHandler;
import dev.baton.agent.timeout.AgentTimeoutHandler;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.access.KeyAccess;
import dev.baton.shell.aws.AwsClients;
import dev.baton.shell.aws.ClientSet;
import dev.baton.shell.command.CommandFunction;
import dev.baton.shell.config.Settings;
import dev.baton.shell.config.Surroundings;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.live.LiveWiring;
import dev.baton.testkit.command.Answer;
import dev.baton.testkit.command.Promises;
import dev.baton.testkit.dynamodb.Tables;
import dev.baton.testkit.socket.NoConnections;
import dev.baton.testkit.time.ManualClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Calls agent commands as the HTTP API calls them, over a table of its own; plays the worker. */
public final class AgentBench {
  public static final String ADA = "ada";
  public static final String EVE = "eve";

  private static final JsonReader READER = JsonReader.keepingDuplicates(60);
  private static final Context CONTEXT =
      (Context)
          Proxy.newProxyInstance(
              AgentBench.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("getInvokedFunctionArn")) {
                  return "arn:aws:lambda:x:1:function:timeout";
                }
                throw new AssertionError("Nobody asks for " + method.getName());
              });

  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-15T10:00:00Z"));
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final Outside outside = new Outside();
  private final AgentWiring wiring;
  private final Map<String, CommandFunction> commands;
  private Map<String, String> headers = Map.of();
  private String scopes = "*";

  /** A bench whose functions have the usual settings but for these. */
  public AgentBench(DynamoDbClient client, Map<String, String> others) {
    Map<String, String> settings = new HashMap<>(settings(Tables.sessions(client)));
    settings.putAll(others);
    ClientSet clients =
        new ClientSet(
            () -> client,
            outside::lambda,
            outside::scheduler,
            AwsClients::sqs,
            AwsClients::secretsManager,
            management -> new NoConnections());
    Surroundings surroundings = new Surroundings(clock, clock::advance, log::add);
    wiring = new AgentWiring(new LiveWiring(Settings.of(settings::get), clients, surroundings));
    commands =
        Map.of(
            "agent-start", new AgentStartHandler(wiring),
            "agent-send", new AgentSendHandler(wiring),
            "agent-status", new AgentStatusHandler(wiring),
            "agent-poll", new AgentPollHandler(wiring),
            "agent-cancel", new AgentCancelHandler(wiring),
            "agent-approve", new AgentApproveHandler(wiring),
            "agent-reconnect", new AgentReconnectHandler(wiring),
            "agent-end", new AgentEndHandler(wiring));
  }

  private static Map<String, String> settings(String table) {
    return Map.ofEntries(
        Map.entry("SESSIONS_TABLE", table),
        Map.entry("BATON_WS_ENDPOINT", "wss://ws.baton.example/live"),
        Map.entry("BATON_WS_MANAGEMENT", "https://ws.baton.example/live"),
        Map.entry("BATON_STREAM_ENDPOINT", "https://stream.baton.example/"),
        Map.entry("BATON_RATE_HANDOFF", "0"),
        Map.entry("BATON_RATE_WRITE", "0"),
        Map.entry("AGENT_WORK_FUNCTION", "work"),
        Map.entry("SCHEDULE_GROUP", "timers"),
        Map.entry("TIMEOUT_FUNCTION_ARN", "arn:aws:lambda:x:1:function:timeout"),
        Map.entry("SCHEDULER_ROLE_ARN", "arn:aws:iam::1:role/scheduler"),
        Map.entry("TIMER_DEAD_LETTER_ARN", "arn:aws:sqs:x:1:letters"));
  }

  /** The parts. */
  public AgentWiring wiring() {
    return wiring;
  }

  /** The time. */
  public long now() {
    return clock.millis();
  }

  /** Lets time pass. */
  public void pass(Duration duration) {
    clock.advance(duration);
  }

  /** The lines logged so far. */
  public List<String> log() {
    return log;
  }

  /** The events of workers that were started. */
  public List<String> started() {
    return outside.started;
  }

  /** The timers that were set. */
  public List<String> timers() {
    return outside.timers;
  }

  /** From now on requests have these headers too. */
  public void sendHeaders(Map<String, String> more) {
    headers = more;
  }

  /** From now on keys have these scopes. */
  public void scope(String text) {
    scopes = text;
  }

  /** From now on the catalogue cannot be read. */
  public void breakCatalogue() {
    outside.breakDown();
  }

  /** Calls a command. */
  public Answer call(String command, String owner, String input) {
    return call(command, owner, input, null);
  }

  /** Calls a command with an Idempotency-Key. */
  public Answer call(String command, String owner, String input, @Nullable String key) {
    CommandFunction function = Objects.requireNonNull(commands.get(command));
    JsonObject response = (JsonObject) READER.readOwn(invoke(function, event(owner, input, key)));
    JsonNumber status = (JsonNumber) Objects.requireNonNull(response.get("statusCode"));
    String text = Objects.requireNonNull(response.text("body"));
    JsonObject body = (JsonObject) READER.readOwn(text);
    Promises.check(function.definition(), Integer.parseInt(status.literal()), body);
    return new Answer(Integer.parseInt(status.literal()), text, body);
  }

  /** The timer of a run fires. */
  public void fire(String sessionId, String runId) {
    JsonObject event =
        JsonObject.builder().put("session_id", sessionId).put("run_id", runId).build();
    invoke(new AgentTimeoutHandler(wiring), event);
  }

  private static String invoke(RequestStreamHandler function, JsonObject event) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      function.handleRequest(
          new ByteArrayInputStream(event.write().getBytes(UTF_8)), output, CONTEXT);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return output.toString(UTF_8);
  }

  /** Starts a session without a prompt; answers its id. */
  public String start(String owner) {
    return call("agent-start", owner, "{\"tools\":[]}").sessionId();
  }

  /** Begins a run; answers its id. */
  public String send(String owner, String sessionId) {
    return call("agent-send", owner, message(sessionId, "Hi")).text("runId");
  }

  /** The input of a message. */
  public static String message(String sessionId, String text) {
    return "{\"sessionId\":\"%s\",\"message\":\"%s\"}".formatted(sessionId, text);
  }

  /** The input that only names a session. */
  public static String of(String sessionId) {
    return "{\"sessionId\":\"" + sessionId + "\"}";
  }

  /** The run as it is stored. */
  public Run run(String sessionId, String runId) {
    return Objects.requireNonNull(wiring.store().run(sessionId, runId));
  }

  /** What a worker says. */
  public RunHandled worker(String sessionId, String runId, RunCommand command) {
    return wiring.runs().handle(sessionId, runId, command);
  }

  /** A worker takes a run and ends it well. */
  public void work(String sessionId, String runId) {
    worker(sessionId, runId, new RunCommand.Take("w"));
    Run run = run(sessionId, runId);
    worker(
        sessionId,
        runId,
        new RunCommand.Finish(run.epoch(), run.progress(), new RunEnding.Done("end_turn")));
  }

  /** A worker takes a run and waits for a person. */
  public void await(String sessionId, String runId, String... approvals) {
    worker(sessionId, runId, new RunCommand.Take("w"));
    Run run = run(sessionId, runId);
    Progress progress = run.progress();
    worker(
        sessionId,
        runId,
        new RunCommand.Await(
            run.epoch(),
            progress,
            Arrays.stream(approvals)
                .map(id -> Approval.asked(id, "call-" + id, "survey-delete", now() + 600_000))
                .toList()));
  }

  private JsonObject event(String owner, String input, @Nullable String key) {
    JsonObject.Builder sent =
        JsonObject.builder()
            .put("content-type", "application/json")
            .put("x-trace-id", "t-1")
            .put("authorization", "Bearer dev")
            .putIfPresent("idempotency-key", key);
    headers.forEach(sent::put);
    JsonObject caller =
        JsonObject.builder()
            .put("owner", owner)
            .put("scopes", scopes)
            .put("key_id", KeyAccess.NO_KEY)
            .build();
    return JsonObject.builder()
        .put("version", "2.0")
        .put("rawPath", "/commands/x")
        .put("headers", sent.build())
        .put(
            "requestContext",
            JsonObject.builder()
                .put("domainName", outside.domain())
                .put("http", JsonObject.builder().put("method", "POST").build())
                .put("authorizer", JsonObject.builder().put("lambda", caller).build())
                .build())
        .put("body", input)
        .put("isBase64Encoded", false)
        .build();
  }
}
