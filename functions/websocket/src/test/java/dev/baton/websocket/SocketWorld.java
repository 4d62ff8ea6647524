package dev.baton.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.baton.core.access.Scopes;
import dev.baton.core.frame.WayBack;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.sequence.SequenceCursor;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionCommand.Entry;
import dev.baton.core.session.SessionDecision;
import dev.baton.core.session.SessionParticipant;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.access.ApiKey;
import dev.baton.shell.access.KeyMint;
import dev.baton.shell.aws.AwsClients;
import dev.baton.shell.aws.ClientSet;
import dev.baton.shell.config.Settings;
import dev.baton.shell.config.Surroundings;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.json.JsonReading.Readable;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.room.Appending;
import dev.baton.shell.room.DynamoLogWriter;
import dev.baton.shell.room.LogSettings;
import dev.baton.shell.room.NewEntry;
import dev.baton.shell.session.Hashes;
import dev.baton.shell.session.IssuedToken;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.SessionHandled;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.session.Tokens;
import dev.baton.shell.socket.Connection;
import dev.baton.testkit.dynamodb.Tables;
import dev.baton.testkit.lambda.LambdaContext;
import dev.baton.testkit.time.ManualClock;
import dev.baton.websocket.push.WebsocketPushHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Sessions in DynamoDB Local, and events as API Gateway sends them. */
public final class SocketWorld implements AutoCloseable {
  public static final String ORIGIN = "https://console.example.org";
  public static final SessionParticipant ADA =
      new SessionParticipant("p_b1c9e07a54d2", "Ada", false);
  public static final SessionParticipant BOB =
      new SessionParticipant("p_0a4f33c1d9e8", "Bob", false);
  public static final String ROOM = "chat:general";
  private static final Origin NOBODY = new Origin("192.0.2.1", "test", "t-1");
  private static final JsonReader READER = JsonReader.refusingDuplicates(50);

  public final ManualClock clock = new ManualClock(Instant.parse("2026-01-15T10:00:00Z"));
  public final Tokens tokens = new Tokens();
  public final WebsocketWiring wiring;
  public final Sessions sessions;

  public final GatewayServer gateway = new GatewayServer();
  public final Schedules schedules = new Schedules();
  public final Invocations invocations = new Invocations();
  public final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger records = new AtomicInteger();

  public SocketWorld(DynamoDbClient client) {
    Map<String, String> settings = settings(Tables.sessions(client));
    ClientSet clients =
        new ClientSet(
            () -> client,
            () -> invocations,
            () -> schedules,
            AwsClients::sqs,
            AwsClients::secretsManager,
            management -> gateway.client());
    wiring =
        new WebsocketWiring(
            new LiveWiring(
                Settings.of(settings::get),
                clients,
                new Surroundings(clock, clock::advance, lines::add)));
    sessions = wiring.live().sessions();
    ApiKey key = new ApiKey("ada", "key-1", Scopes.parse("*"), null, 0, null, Map.of());
    wiring.live().keys().create(key, KeyMint.hash("a key"));
  }

  private static Map<String, String> settings(String table) {
    Map<String, String> settings = new HashMap<>();
    settings.put("SESSIONS_TABLE", table);
    settings.put("BATON_ALLOWED_ORIGINS", ORIGIN);
    settings.put("BATON_WS_MANAGEMENT", "http://localhost/live");
    settings.put("BATON_WS_ENDPOINT", "wss://sockets.example.org/live");
    settings.put("BATON_ACTIONS", "{\"chat-send\":\"ChatSend\",\"chat-poll\":\"ChatPoll\"}");
    settings.put("BATON_SESSION_MAX_PER_OWNER", "0");
    settings.put("SCHEDULE_GROUP", "timers");
    settings.put("TIMEOUT_FUNCTION_ARN", "arn:timeout");
    settings.put("SCHEDULER_ROLE_ARN", "arn:role");
    settings.put("TIMER_DEAD_LETTER_ARN", "arn:letters");
    return settings;
  }

  @Override
  public void close() {
    gateway.close();
  }

  /** Takes the key that all sessions here were made with. */
  public void revokeKey() {
    wiring.live().keys().revoke("ada", "key-1", clock.millis());
  }

  /** A session that waits for its first connection. */
  public Session open(IssuedToken token) {
    return open(token, ADA);
  }

  /** The same for another participant. */
  public Session open(IssuedToken token, SessionParticipant participant) {
    SessionProfile profile =
        new SessionProfile(
            tokens.sessionId(),
            "chat",
            ROOM,
            "ada",
            "key-1",
            Scopes.parse("*"),
            "websocket",
            participant,
            JsonObject.builder().put("roomId", "general").build(),
            new WayBack("chat-connect", "chat-reconnect"),
            5,
            0,
            clock.millis());
    SessionHandled handled = sessions.open(profile, token, NOBODY);
    if (handled instanceof SessionHandled.Decided(var before, SessionDecision decision)) {
      return decision.next();
    }
    throw new AssertionError(handled);
  }

  /** An event of {@code $connect}. */
  public JsonObject upgrade(String connectionId, Map<String, String> query, String origin) {
    JsonObject.Builder parameters = JsonObject.builder();
    query.forEach(parameters::put);
    JsonObject.Builder headers = JsonObject.builder();
    if (!origin.isEmpty()) {
      headers.put("Origin", origin);
    }
    return event("$connect", connectionId)
        .put("headers", headers.build())
        .put("queryStringParameters", parameters.build())
        .build();
  }

  /** A frame of a connection on a route. */
  public JsonObject frame(String route, String connectionId, String body) {
    return event(route, connectionId).put("body", body).build();
  }

  /** An event of {@code $disconnect}. */
  public JsonObject gone(String connectionId) {
    return event("$disconnect", connectionId).build();
  }

  /** A connection of the session, which presented the token while it was opened. */
  public void attach(Session session, String connectionId, IssuedToken token) {
    handle(
        session,
        new SessionCommand.Attach(
            connectionId, clock.millis(), token.hash(), Entry.AT_UPGRADE, null));
    wiring.live().connections().put(new Connection(connectionId, session.id(), clock.millis()));
  }

  /** A participant whose connection is there and welcomed. */
  public Session enter(String connectionId, SessionParticipant participant) {
    IssuedToken token = tokens.issue();
    Session session = open(token, participant);
    attach(session, connectionId, token);
    push(record(session));
    return session;
  }

  /** Handles a command to a session. */
  public SessionHandled handle(Session session, SessionCommand command) {
    return sessions.handle(session.id(), command, NOBODY);
  }

  /** The session now. */
  public Session now(Session session) {
    return Objects.requireNonNull(sessions.find(session.id()));
  }

  /** Appends a message to the room. */
  public void say(String text) {
    Appending appending =
        new DynamoLogWriter(wiring.live().table(), LogSettings.DEFAULTS, clock, duration -> {})
            .append(
                new NewEntry(
                    ROOM,
                    true,
                    "message",
                    (seq, at) ->
                        JsonObject.builder()
                            .put("id", new SequenceCursor(seq, Hashes.mark("general")).write())
                            .put("seq", seq)
                            .put("text", text)
                            .build(),
                    BOB.id(),
                    null,
                    null));
    if (!(appending instanceof Appending.Appended)) {
      throw new AssertionError(appending);
    }
  }

  /** The stream's record of the session's latest write. */
  public JsonObject record(Session session) {
    return record("session#" + session.id(), "session");
  }

  /** The stream's record of a message. */
  public JsonObject record(long seq) {
    return record("resource#" + ROOM, "entry#%012d".formatted(seq));
  }

  private JsonObject record(String pk, String sk) {
    Attributes item = Objects.requireNonNull(wiring.live().table().get(pk, sk));
    JsonObject.Builder image = JsonObject.builder();
    item.item()
        .forEach((name, value) -> {
          if (value.s() != null) {
            image.put(name, JsonObject.builder().put("S", value.s()).build());
          } else if (value.n() != null) {
            image.put(name, JsonObject.builder().put("N", value.n()).build());
          }
        });
    JsonObject change =
        JsonObject.builder()
            .put("SequenceNumber", "s-" + records.incrementAndGet())
            .put("NewImage", image.build())
            .build();
    return JsonObject.builder().put("dynamodb", change).build();
  }

  /** Handles a batch of the stream; the records from which it has to be repeated. */
  public List<String> push(JsonObject... batch) {
    JsonObject event =
        JsonObject.builder().put("Records", new JsonArray(List.<Json>of(batch))).build();
    Json answer = call(new WebsocketPushHandler(wiring), event);
    List<String> failed = new ArrayList<>();
    for (Json one : ((JsonObject) answer).array("batchItemFailures")) {
      failed.add(String.valueOf(((JsonObject) one).text("itemIdentifier")));
    }
    return failed;
  }

  private JsonObject.Builder event(String route, String connectionId) {
    JsonObject context =
        JsonObject.builder()
            .put("routeKey", route)
            .put("connectionId", connectionId)
            .put("connectedAt", clock.millis())
            .put("requestId", "r-1")
            .build();
    return JsonObject.builder().put("requestContext", context);
  }

  /** What a function answers. */
  public static Json call(RequestStreamHandler handler, JsonObject event) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.write().getBytes(UTF_8)),
          answer,
          new LambdaContext(60_000));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return READER.read(answer.toByteArray()) instanceof Readable(Json json)
        ? json
        : JsonObject.EMPTY;
  }
}
