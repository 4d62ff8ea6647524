package dev.baton.local;

import dev.baton.local.dynamodb.EmbeddedDynamo;
import dev.baton.local.edge.AwsEdge;
import dev.baton.local.graph.GraphSimulator;
import dev.baton.local.graph.GraphSimulatorSettings;
import dev.baton.local.http.Desk;
import dev.baton.local.http.HttpApiServer;
import dev.baton.local.isolation.Environments;
import dev.baton.local.isolation.Isolation;
import dev.baton.local.lambda.EventQueue;
import dev.baton.local.lambda.Functions;
import dev.baton.local.lambda.ProcessEnvironment;
import dev.baton.local.model.ModelStandIn;
import dev.baton.local.permission.Access;
import dev.baton.local.queue.QueueService;
import dev.baton.local.queue.Queues;
import dev.baton.local.secrets.SecretService;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.FunctionDefinition;
import dev.baton.local.template.SocketApiDefinition;
import dev.baton.local.template.Template;
import dev.baton.local.time.SystemTimeline;
import dev.baton.local.time.Timeline;
import dev.baton.local.url.FunctionUrls;
import dev.baton.local.websocket.Sockets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
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
  private final FunctionUrls urls;
  private final AwsEdge edge;
  private final Access access;
  private final String graphUrl;
  private final ModelSettings model;
  private final List<FunctionDefinition> deployed;
  private final Functions functions;
  private final EventQueue events;
  private final @Nullable Sockets sockets;

  private LocalStack(LocalStackSettings settings, @Nullable Timeline given) throws Exception {
    this.settings = settings;
    try {
      DataDirectory data = parts.add(DataDirectory.open(settings.dataDirectory()));
      Timeline timeline = given == null ? parts.add(new SystemTimeline()) : given;
      EmbeddedDynamo dynamo = parts.add(new EmbeddedDynamo(data.sub("dynamodb")));
      edge = parts.add(createEdge(dynamo));
      edge.start();
      // Added again when it starts: it is the first to stop, but a failed start must free its port.
      api = parts.add(new HttpApiServer(settings.port()));
      urls = parts.add(new FunctionUrls(portAfter(3), settings.timeouts()));
      Provision provision = Provision.of(settings, edge.url(), api.url(), urls::address);
      Template template = provision.template();
      provision.createTables(dynamo, timeline);
      access = new Access(template, PLACE);
      edge.guard(access);
      parts.add(new SdkProperties(edge.url(), PLACE.region()));
      Path state = data.sub("state");
      Queues queues = parts.add(new Queues(template.queues(), state, timeline));
      edge.serve("sqs", new QueueService(queues, edge.url() + "/" + PLACE.account() + "/"));
      edge.serve("secretsmanager", new SecretService(provision.secrets(), PLACE));
      graphUrl = startGraph(data.sub("graph"));
      model = startModel(ModelSettings.of(settings.environment()));
      deployed = deployed(template);
      functions = parts.add(createFunctions());
      Ground ground = new Ground(template, functions, queues, timeline, state);
      events = new Triggers(ground, settings.retryPace(), parts).start(edge, dynamo);
      parts.add(api);
      sockets = startSockets(ground);
      urls.start(functions.servers());
      api.askFirst(List.of(urls.front()));
      api.start(template.api(), functions, PLACE, timeline);
      // Among the first to stop, so that streams end as planned while there is still a way out, and
      // before them what they tell of.
      parts.add(urls::settle);
      parts.add(functions);
      parts.add(functions::interruptUnrepeatable);
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

  /**
   * Address of the Function URL, without a slash at the end; the first one, if the template has
   * several.
   *
   * @throws NoSuchElementException when the template has none
   */
  public String streamUrl() {
    return urls.all().stream()
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("The template has no Function URL."));
  }

  /** Addresses of all Function URLs, in the order of the template. */
  public List<String> streamUrls() {
    return urls.all();
  }

  /** The AWS endpoint, without a slash at the end. */
  public String awsUrl() {
    return edge.url();
  }

  /** The Graph API that functions call: the simulator, unless the settings name another. */
  public String graphUrl() {
    return graphUrl;
  }

  /** The Messages API that functions call: the stand-in, unless the settings name another. */
  public String modelUrl() {
    return model.url();
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

  /** The template that runs here. */
  public Path template() {
    return settings.template();
  }

  /** The functions, with the variables that they have here. */
  public List<FunctionDefinition> functions() {
    return deployed;
  }

  /**
   * How often a function was called.
   *
   * @param function its name, such as {@code WebsocketConnectFunction}
   */
  public long calls(String function) {
    return functions.get(function).calls();
  }

  /** What functions may do and did. */
  public Access access() {
    return access;
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

  private AwsEdge createEdge(EmbeddedDynamo dynamo) {
    String host = settings.environment().getOrDefault("BATON_AWS_HOST", "127.0.0.1");
    return new AwsEdge(new LocalDynamoDBServerHandler(dynamo, "*"), host, portAfter(10));
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
            .withPort(portAfter(1));
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

  private ModelSettings startModel(ModelSettings asked) {
    if (!asked.standIn()) {
      return asked;
    }
    ModelStandIn standIn = parts.add(ModelStandIn.start(portAfter(2)));
    return new ModelSettings(standIn.url(), ModelStandIn.API_KEY);
  }

  private int portAfter(int distance) {
    return settings.port() == 0 ? 0 : settings.port() + distance;
  }

  private List<FunctionDefinition> deployed(Template template) {
    Map<String, String> values = new HashMap<>(settings.environment());
    // Only a test or a developer who asks is throttled.
    UNLIMITED.forEach(limit -> values.putIfAbsent(limit, "0"));
    values.put("FACEBOOK_APP_ID", settings.facebook().appId());
    values.put("GRAPH_BASE_URL", graphUrl);
    values.putAll(model.variables());
    return template.functions().stream().map(function -> function.with(values)).toList();
  }

  private Functions createFunctions() throws IOException {
    ProcessEnvironment environment = parts.add(new ProcessEnvironment());
    boolean timeouts = settings.timeouts();
    if (Isolation.isAsked(settings.environment())) {
      Isolation limits = Isolation.of(settings.environment());
      Environments processes = parts.add(new Environments(limits, edge.url()));
      return Functions.isolated(
          deployed, environment, timeouts, function -> processes.invoker(function, timeouts));
    }
    return settings.environment().getOrDefault("BATON_INSTANCES", "kept").equals("fresh")
        ? Functions.fresh(deployed, environment, timeouts)
        : Functions.create(deployed, environment, timeouts);
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
}
