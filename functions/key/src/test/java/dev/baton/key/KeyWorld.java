package dev.baton.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.access.Scopes;
import dev.baton.core.frame.WayBack;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.SessionParticipant;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.access.ApiKey;
import dev.baton.shell.access.KeyMint;
import dev.baton.shell.aws.AwsClients;
import dev.baton.shell.aws.ClientSet;
import dev.baton.shell.command.CommandFunction;
import dev.baton.shell.config.Settings;
import dev.baton.shell.config.Surroundings;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.Tokens;
import dev.baton.testkit.command.Promises;
import dev.baton.testkit.dynamodb.Tables;
import dev.baton.testkit.time.ManualClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Key commands over a table of their own, called as the HTTP API calls them. */
public final class KeyWorld {
  public static final String ADA = "ada";
  public static final String EVE = "eve";
  private static final JsonReader READER = JsonReader.keepingDuplicates(50);
  private static final Context NOBODY_ASKS =
      (Context)
          Proxy.newProxyInstance(
              KeyWorld.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) -> {
                throw new AssertionError("Commands ask their context for nothing.");
              });

  public final ManualClock clock = new ManualClock(Instant.parse("2026-01-15T10:00:00Z"));
  public final List<String> lines = new ArrayList<>();
  public final KeyWiring wiring;
  private final Tokens tokens = new Tokens();
  private final AtomicReference<@Nullable String> idempotencyKey = new AtomicReference<>();

  public KeyWorld(DynamoDbClient client) {
    ClientSet clients =
        new ClientSet(
            () -> client,
            AwsClients::lambda,
            AwsClients::scheduler,
            AwsClients::sqs,
            AwsClients::secretsManager,
            AwsClients::connections);
    wiring =
        new KeyWiring(
            new LiveWiring(
                Settings.of(Map.of("SESSIONS_TABLE", Tables.sessions(client))::get),
                clients,
                new Surroundings(clock, duration -> {}, lines::add)));
  }

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param body the envelope
   */
  public record Answer(int status, JsonObject body) {

    /** The data of a success; fails the test when it is a refusal. */
    public JsonObject data() {
      JsonObject data = body.object("data");
      if (data == null) {
        throw new AssertionError("Refused: " + body.write());
      }
      return data;
    }

    /** A text of the data. */
    public String text(String name) {
      return Objects.requireNonNull(data().text(name));
    }

    /** The code of a refusal; fails the test when it is a success. */
    public String code() {
      JsonObject error = body.object("error");
      if (error == null) {
        throw new AssertionError("Not refused: " + body.write());
      }
      return Objects.requireNonNull(error.text("code"));
    }

    /** The objects in an array of the data. */
    public List<JsonObject> objects(String name) {
      return data().get(name) instanceof JsonArray(List<Json> elements)
          ? elements.stream().map(JsonObject.class::cast).toList()
          : List.of();
    }

    /** The answer without what differs from call to call. */
    public String withoutTimes() {
      return body.write().replaceAll("\"metadata\":\\{[^}]*}", "");
    }
  }

  /** A key of that owner. */
  public void put(String owner, String keyId, String scopes) {
    ApiKey key =
        new ApiKey(owner, keyId, Scopes.parse(scopes), null, clock.millis(), null, Map.of());
    wiring.keys().create(key, KeyMint.hash(owner + keyId));
  }

  /** A live session made with that key. */
  public String session(String owner, String keyId) {
    SessionProfile profile =
        new SessionProfile(
            tokens.sessionId(),
            "chat",
            "chat:general",
            owner,
            keyId,
            Scopes.parse("*"),
            "websocket",
            new SessionParticipant("p_" + owner, owner, false),
            JsonObject.EMPTY,
            new WayBack("chat-connect", "chat-reconnect"),
            5,
            0,
            clock.millis());
    wiring.sessions().open(profile, tokens.issue(), new Origin("192.0.2.1", "test", "t-1"));
    return profile.sessionId();
  }

  /** Sends an idempotency key with the calls that follow. */
  public void repeatWith(String key) {
    idempotencyKey.set(key);
  }

  /** Calls with a key for everything that has no rates of its own. */
  public Answer call(CommandFunction command, String owner, String body) {
    return call(command, authorizer(owner, "*").build(), body);
  }

  /** Calls with whatever the authorizer found out. */
  public Answer call(CommandFunction command, JsonObject authorizer, String body) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      command.handleRequest(
          new ByteArrayInputStream(event(authorizer, body).write().getBytes(UTF_8)),
          output,
          NOBODY_ASKS);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    JsonObject response = (JsonObject) READER.readOwn(output.toString(UTF_8));
    String text = Objects.requireNonNull(response.text("body"));
    JsonNumber status = (JsonNumber) Objects.requireNonNull(response.get("statusCode"));
    Answer answer =
        new Answer(Integer.parseInt(status.literal()), (JsonObject) READER.readOwn(text));
    Promises.check(command.definition(), answer.status(), answer.body());
    return answer;
  }

  /** What the authorizer found out about the key {@code key_own} of that owner. */
  public static JsonObject.Builder authorizer(String owner, String scopes) {
    return JsonObject.builder().put("owner", owner).put("scopes", scopes).put("key_id", "key_own");
  }

  private JsonObject event(JsonObject authorizer, String body) {
    JsonObject.Builder headers = JsonObject.builder().put("content-type", "application/json");
    headers.putIfPresent("idempotency-key", idempotencyKey.get());
    JsonObject context =
        JsonObject.builder()
            .put("http", JsonObject.builder().put("method", "POST").build())
            .put("authorizer", JsonObject.builder().put("lambda", authorizer).build())
            .build();
    return JsonObject.builder()
        .put("version", "2.0")
        .put("rawPath", "/commands/x")
        .put("headers", headers.build())
        .put("requestContext", context)
        .put("body", Base64.getEncoder().encodeToString(body.getBytes(UTF_8)))
        .put("isBase64Encoded", true)
        .build();
  }
}
