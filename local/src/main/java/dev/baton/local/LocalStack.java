package dev.baton.local;

import dev.baton.local.dynamodb.ApiKeySeed;
import dev.baton.local.dynamodb.Caller;
import dev.baton.local.dynamodb.DynamoTables;
import dev.baton.local.dynamodb.EmbeddedDynamo;
import dev.baton.local.dynamodb.TableStream;
import dev.baton.local.edge.AwsEdge;
import dev.baton.local.graph.GraphSimulator;
import dev.baton.local.graph.GraphSimulatorSettings;
import dev.baton.local.http.Desk;
import dev.baton.local.http.HttpApiServer;
import dev.baton.local.journal.Journal;
import dev.baton.local.lambda.EventQueue;
import dev.baton.local.lambda.Functions;
import dev.baton.local.lambda.LambdaService;
import dev.baton.local.lambda.ProcessEnvironment;
import dev.baton.local.queue.QueueService;
import dev.baton.local.queue.Queues;
import dev.baton.local.scheduler.Deliveries;
import dev.baton.local.scheduler.SchedulerService;
import dev.baton.local.scheduler.Schedules;
import dev.baton.local.secrets.SecretService;
import dev.baton.local.stream.StreamSource;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.FunctionDefinition;
import dev.baton.local.template.SocketApiDefinition;
import dev.baton.local.template.StreamMapping;
import dev.baton.local.template.Template;
import dev.baton.local.template.TemplateReader;
import dev.baton.local.template.TemplateSource;
import dev.baton.local.time.SystemTimeline;
import dev.baton.local.time.Timeline;
import dev.baton.local.websocket.Sockets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * The whole stack in this JVM: DynamoDB, SQS, Scheduler, Lambda and Secrets Manager behind one
 * endpoint, the HTTP API, streams, and the functions of template.yaml. Runs from {@link #start} to
 * {@link #close}.
 *
 * <p>Functions find it by system properties, so a JVM has one at a time; several one after another
 * are fine.
 */
public final class LocalStack implements AutoCloseable {
  private static final AwsPlace PLACE = AwsPlace.LOCAL;
  private static final Caller CALLER = new Caller("local", PLACE.region());

  private static final List<String> UNLIMITED =
      List.of(
          "BATON_RATE_HANDOFF",
          "BATON_RATE_WRITE",
          "BATON_RATE_READ",
          "BATON_CHAT_SEND_RATE",
          "BATON_CHAT_POLL_RATE",
          "BATON_SESSION_MAX_PER_OWNER");

  private final Closing parts = new Closing();
  private final LocalStackSettings settings;
  private final HttpApiServer api;
  private final AwsEdge edge;
  private final EmbeddedDynamo dynamo;
  private final String graphUrl;
  private final EventQueue events;
  private final @Nullable Sockets sockets;

  private LocalStack(LocalStackSettings settings, @Nullable Timeline given) throws Exception {
    this.settings = settings;
    try {
      DataDirectory data = parts.add(DataDirectory.open(settings.dataDirectory()));
      Timeline timeline = given == null ? parts.add(new SystemTimeline()) : given;
      dynamo = parts.add(new EmbeddedDynamo(data.sub("dynamodb")));
      edge = parts.add(new AwsEdge(new LocalDynamoDBServerHandler(dynamo, "*")));
      edge.start();
      // Added again when it starts: it is the first to stop, but a failed start must free its port.
      api = parts.add(new HttpApiServer(settings.port()));
      Template template = readTemplate();
      createTables(template, timeline);
      parts.add(new SdkProperties(edge.url(), PLACE.region()));
      Path state = data.sub("state");
      Queues queues = parts.add(new Queues(template.queues(), state, timeline));
      edge.serve("sqs", new QueueService(queues, edge.url() + "/" + PLACE.account() + "/"));
      edge.serve("secretsmanager", new SecretService(secrets(template), PLACE));
      graphUrl = startGraph(data.sub("graph"));
      Functions functions = createFunctions(template);
      Ground ground = new Ground(template, functions, queues, timeline, state);
      events = startEvents(ground);
      startScheduler(ground);
      startStreams(ground);
      parts.add(api);
      sockets = startSockets(ground);
      api.start(template.api(), functions, PLACE, timeline);
    } catch (Exception | Error fault) {
      parts.close();
      throw fault;
    }
  }

  /**
   * Starts everything; it serves when this returns.
   *
   * @throws dev.baton.local.template.TemplateException when the template asks for something that is
   *     not there
   * @throws Exception when a port is taken, a directory cannot be written, or a handler cannot be
   *     made
   */
  public static LocalStack start(LocalStackSettings settings) throws Exception {
    return new LocalStack(settings, null);
  }

  /** The same in a time of the caller's. */
  public static LocalStack start(LocalStackSettings settings, Timeline timeline) throws Exception {
    return new LocalStack(settings, timeline);
  }

  /** Address of the HTTP API, without a slash at the end. */
  public String apiUrl() {
    return api.url();
  }

  /** The AWS endpoint, without a slash at the end. */
  public String awsUrl() {
    return edge.url();
  }

  /** The Graph API that functions call: the simulator, unless the settings name another. */
  public String graphUrl() {
    return graphUrl;
  }

  /**
   * The WebSocket API.
   *
   * @throws NoSuchElementException when the template has none
   */
  public Sockets sockets() {
    if (sockets == null) {
      throw new NoSuchElementException("The template has no WebSocket API.");
    }
    return sockets;
  }

  /** Asynchronous invocations that are neither handled nor given up. */
  public int pendingEvents() {
    return events.pending();
  }

  /**
   * Stops everything. What was accepted and is not done is kept for the next start, if there is a
   * data directory.
   */
  @Override
  public void close() {
    parts.close();
  }

  /** What the parts that come last stand on. */
  private record Ground(
      Template template,
      Functions functions,
      Queues queues,
      Timeline timeline,
      @Nullable Path state) {}

  private Template readTemplate() {
    String own = api.url() + "," + api.url().replace("127.0.0.1", "localhost");
    Map<String, String> parameters =
        Map.of(
            "Stage",
            "local",
            "FacebookAppId",
            settings.facebook().appId(),
            "AllowedOrigins",
            settings.environment().getOrDefault("BATON_ALLOWED_ORIGINS", own));
    return TemplateReader.read(
        new TemplateSource(settings.template(), parameters, PLACE, edge.url(), api.url()));
  }

  private void createTables(Template template, Timeline clock) {
    new DynamoTables(dynamo, CALLER).create(template.tables());
    String keys = variable(template, "SESSIONS_TABLE");
    if (keys != null) {
      new ApiKeySeed(dynamo, CALLER).put(keys, settings.apiKeys(), clock);
    }
  }

  private Map<String, String> secrets(Template template) {
    Map<String, String> values = new HashMap<>();
    template.secrets().forEach(name -> values.put(name, settings.facebook().secret()));
    String messenger = variable(template, "MESSENGER_SECRET_ID");
    if (messenger != null && !messenger.startsWith("arn:")) {
      values.put(messenger, settings.facebook().secret());
    }
    return values;
  }

  private String startGraph(@Nullable Path directory) throws IOException {
    FacebookSettings facebook = settings.facebook();
    if (facebook.graphBaseUrl() != null) {
      return facebook.graphBaseUrl();
    }
    GraphSimulatorSettings simulator =
        GraphSimulatorSettings.of(
                facebook.appId(),
                facebook.appSecret(),
                facebook.pageAccessToken(),
                URI.create(api.url() + "/webhooks/messenger"))
            .withPort(settings.port() == 0 ? 0 : settings.port() + 1);
    GraphSimulator graph =
        parts.add(
            new GraphSimulator(
                directory == null ? simulator : simulator.withDataDirectory(directory)));
    Path web = settings.template().toAbsolutePath().resolveSibling("web");
    if (Files.isDirectory(web)) {
      api.askFirst(Desk.of(web, graph.handler()));
    }
    return graph.address().toString();
  }

  private Functions createFunctions(Template template) {
    Map<String, String> overrides = new HashMap<>(settings.environment());
    // Only a test or a developer who asks is throttled.
    UNLIMITED.forEach(limit -> overrides.putIfAbsent(limit, "0"));
    overrides.put("FACEBOOK_APP_ID", settings.facebook().appId());
    overrides.put("GRAPH_BASE_URL", graphUrl);
    ProcessEnvironment environment = parts.add(new ProcessEnvironment(overrides));
    return Functions.create(template.functions(), environment, settings.timeouts());
  }

  private EventQueue startEvents(Ground ground) {
    EventQueue queue =
        parts.add(
            new EventQueue(
                ground.functions(),
                ground.queues(),
                Journal.open(ground.state(), "events"),
                ground.timeline(),
                settings.retryPace()));
    edge.serve("lambda", new LambdaService(ground.functions(), queue));
    queue.start();
    return queue;
  }

  private void startScheduler(Ground ground) {
    Journal open = parts.add(Journal.open(ground.state(), "deliveries"));
    Journal all = parts.add(Journal.open(ground.state(), "schedules"));
    Journal groups = parts.add(Journal.open(ground.state(), "schedule-groups"));
    Deliveries deliveries =
        parts.add(
            new Deliveries(
                ground.functions(),
                events,
                ground.queues(),
                open,
                ground.timeline(),
                settings.retryPace()));
    Schedules schedules =
        parts.add(
            new Schedules(
                ground.template().scheduleGroups(),
                all,
                groups,
                deliveries,
                ground.timeline(),
                PLACE));
    edge.serve("scheduler", new SchedulerService(schedules, PLACE));
    deliveries.start();
    schedules.start();
  }

  private @Nullable Sockets startSockets(Ground ground) {
    SocketApiDefinition definition = ground.template().sockets();
    if (definition == null) {
      return null;
    }
    Sockets started =
        parts.add(
            new Sockets(
                definition,
                api.domain(),
                ground.functions(),
                ground.timeline(),
                settings.sockets()));
    api.askFirst(started::door);
    edge.serve("execute-api", started.connections());
    return started;
  }

  private void startStreams(Ground ground) {
    Journal positions = parts.add(Journal.open(ground.state(), "streams"));
    for (StreamMapping mapping : ground.template().mappings()) {
      StreamSource source =
          parts.add(
              new StreamSource(
                  mapping,
                  TableStream.of(dynamo, CALLER, mapping.tableName()),
                  ground.functions().get(mapping.functionName()),
                  ground.queues(),
                  positions,
                  ground.timeline(),
                  settings.retryPace(),
                  PLACE));
      source.start();
    }
  }

  /** The value of a variable in the first function that has it, or null. */
  private static @Nullable String variable(Template template, String name) {
    return template.functions().stream()
        .map(FunctionDefinition::environment)
        .map(environment -> environment.get(name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
