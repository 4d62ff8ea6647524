package dev.baton.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.baton.core.access.Scopes;
import dev.baton.core.frame.WayBack;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionDecision;
import dev.baton.core.session.SessionParticipant;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.access.ApiKey;
import dev.baton.shell.access.KeyMint;
import dev.baton.shell.aws.AwsClients;
import dev.baton.shell.aws.ClientSet;
import dev.baton.shell.config.Settings;
import dev.baton.shell.config.Surroundings;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.json.JsonReading.Readable;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.session.IssuedToken;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.SessionHandled;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.session.Tokens;
import dev.baton.testkit.dynamodb.Tables;
import dev.baton.testkit.time.ManualClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Sessions in DynamoDB Local, and events as API Gateway sends them. */
public final class SocketWorld {
  public static final String ORIGIN = "https://console.example.org";
  private static final Origin NOBODY = new Origin("192.0.2.1", "test", "t-1");
  private static final JsonReader READER = JsonReader.refusingDuplicates(50);

  public final ManualClock clock = new ManualClock(Instant.parse("2026-01-15T10:00:00Z"));
  public final Tokens tokens = new Tokens();
  public final WebsocketWiring wiring;
  public final Sessions sessions;

  public SocketWorld(DynamoDbClient client) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of("SESSIONS_TABLE", Tables.sessions(client), "BATON_ALLOWED_ORIGINS", ORIGIN));
    ClientSet clients =
        new ClientSet(
            () -> client,
            AwsClients::lambda,
            AwsClients::scheduler,
            AwsClients::sqs,
            AwsClients::secretsManager,
            AwsClients::connections);
    List<String> lines = new ArrayList<>();
    wiring =
        new WebsocketWiring(
            new LiveWiring(
                Settings.of(settings::get),
                clients,
                new Surroundings(clock, duration -> {}, lines::add)));
    sessions = wiring.live().sessions();
    ApiKey key = new ApiKey("ada", "key-1", Scopes.parse("*"), null, 0, null, Map.of());
    wiring.live().keys().create(key, KeyMint.hash("a key"));
  }

  /** Takes the key that all sessions here were made with. */
  public void revokeKey() {
    wiring.live().keys().revoke("ada", "key-1", clock.millis());
  }

  /** A session that waits for its first connection. */
  public Session open(IssuedToken token) {
    SessionProfile profile =
        new SessionProfile(
            tokens.sessionId(),
            "chat",
            "chat:general",
            "ada",
            "key-1",
            Scopes.parse("*"),
            "websocket",
            new SessionParticipant("p_b1c9e07a54d2", "Ada", false),
            JsonObject.EMPTY,
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
      handler.handleRequest(new ByteArrayInputStream(event.write().getBytes(UTF_8)), answer, null);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return READER.read(answer.toByteArray()) instanceof Readable(Json json)
        ? json
        : JsonObject.EMPTY;
  }
}
