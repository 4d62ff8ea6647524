package dev.baton.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.chat.connect.ChatConnectHandler;
import dev.baton.chat.disconnect.ChatDisconnectHandler;
import dev.baton.chat.poll.ChatPollHandler;
import dev.baton.chat.reconnect.ChatReconnectHandler;
import dev.baton.chat.roomallow.ChatRoomAllowHandler;
import dev.baton.chat.rooms.ChatRoomsHandler;
import dev.baton.chat.send.ChatSendHandler;
import dev.baton.chat.status.ChatStatusHandler;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.SessionCommand;
import dev.baton.shell.access.KeyAccess;
import dev.baton.shell.aws.AwsClients;
import dev.baton.shell.aws.ClientSet;
import dev.baton.shell.command.CommandFunction;
import dev.baton.shell.config.Settings;
import dev.baton.shell.config.Surroundings;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.room.MemberItems;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.Tokens;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Calls chat commands as the HTTP API calls them, over a table of its own. */
public final class ChatBench {
  public static final String ADA = "ada";
  public static final String EVE = "eve";

  private static final JsonReader READER = JsonReader.keepingDuplicates(60);
  private static final Context NOBODY_ASKS =
      (Context)
          Proxy.newProxyInstance(
              ChatBench.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) -> {
                throw new AssertionError("Commands ask their context for nothing.");
              });

  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-15T10:00:00Z"));
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> log = new ArrayList<>();
  private final ChatWiring wiring;
  private final Map<String, CommandFunction> commands;

  /** A bench whose functions have the usual settings but for these. */
  public ChatBench(DynamoDbClient client, Map<String, String> others) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "SESSIONS_TABLE", Tables.sessions(client),
                "BATON_WS_ENDPOINT", "wss://ws.baton.example/live",
                "BATON_WS_MANAGEMENT", "https://ws.baton.example/live",
                "BATON_RATE_HANDOFF", "0",
                "BATON_RATE_WRITE", "0"));
    settings.putAll(others);
    ClientSet clients =
        new ClientSet(
            () -> client,
            AwsClients::lambda,
            AwsClients::scheduler,
            AwsClients::sqs,
            AwsClients::secretsManager,
            management -> new NoConnections());
    Surroundings surroundings = new Surroundings(clock, clock::advance, log::add);
    wiring = new ChatWiring(new LiveWiring(Settings.of(settings::get), clients, surroundings));
    commands =
        Map.of(
            "chat-connect", new ChatConnectHandler(wiring),
            "chat-status", new ChatStatusHandler(wiring),
            "chat-disconnect", new ChatDisconnectHandler(wiring),
            "chat-reconnect", new ChatReconnectHandler(wiring),
            "chat-poll", new ChatPollHandler(wiring),
            "chat-send", new ChatSendHandler(wiring),
            "chat-rooms", new ChatRoomsHandler(wiring),
            "chat-room-allow", new ChatRoomAllowHandler(wiring));
  }

  /** Lets time pass. */
  public void pass(Duration duration) {
    clock.advance(duration);
  }

  /** The lines logged so far. */
  public List<String> log() {
    return List.copyOf(log);
  }

  /** Calls a command. */
  public Answer call(String command, String owner, String input) {
    return call(command, owner, input, null);
  }

  /** Calls a command with an Idempotency-Key. */
  public Answer call(String command, String owner, String input, @Nullable String key) {
    CommandFunction function = Objects.requireNonNull(commands.get(command));
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    byte[] event = event(owner, input, key).write().getBytes(UTF_8);
    try {
      function.handleRequest(new ByteArrayInputStream(event), output, NOBODY_ASKS);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    JsonObject response = (JsonObject) READER.readOwn(output.toString(UTF_8));
    JsonNumber status = (JsonNumber) Objects.requireNonNull(response.get("statusCode"));
    String text = Objects.requireNonNull(response.text("body"));
    JsonObject body = (JsonObject) READER.readOwn(text);
    Promises.check(function.definition(), Integer.parseInt(status.literal()), body);
    return new Answer(Integer.parseInt(status.literal()), text, body);
  }

  /** Starts a session; answers its id. */
  public String connect(String owner, String roomId) {
    return call("chat-connect", owner, "{\"roomId\":\"" + roomId + "\"}").sessionId();
  }

  /** Sends messages, which are called by their numbers. */
  public void say(String owner, String roomId, int from, int to) {
    for (int number = from; number <= to; number++) {
      call("chat-send", owner, "{\"roomId\":\"%s\",\"text\":\"%d\"}".formatted(roomId, number))
          .data();
    }
  }

  /** Lets a connection in with the token of an answer. */
  public void attach(Answer handoff) {
    JsonObject credentials = Objects.requireNonNull(handoff.data().object("credentials"));
    String token = Objects.requireNonNull(credentials.text("token"));
    wiring
        .live()
        .sessions()
        .handle(
            handoff.sessionId(),
            new SessionCommand.Attach(
                "connection-" + connections.incrementAndGet(),
                clock.millis(),
                Tokens.hash(token),
                SessionCommand.Entry.AT_UPGRADE,
                null),
            Origin.ofBaton("t-1"));
  }

  /** Makes a room that only these owners may enter. */
  public void allow(String roomId, String... owners) {
    List<AttributeValue> allowed = Arrays.stream(owners).map(AttributeValue::fromS).toList();
    wiring.live().logs().headOrNew("chat:" + roomId);
    wiring
        .live()
        .table()
        .client()
        .updateItem(update ->
            update
                .tableName(wiring.live().table().name())
                .key(
                    Map.of(
                        "pk", AttributeValue.fromS(MemberItems.partition("chat:" + roomId)),
                        "sk", AttributeValue.fromS("head")))
                .updateExpression("SET #allow = :owners")
                .expressionAttributeNames(Map.of("#allow", "allow"))
                .expressionAttributeValues(Map.of(":owners", AttributeValue.fromL(allowed))));
  }

  private static JsonObject event(String owner, String input, @Nullable String key) {
    JsonObject caller =
        JsonObject.builder()
            .put("owner", owner)
            .put("scopes", "*")
            .put("key_id", KeyAccess.NO_KEY)
            .build();
    return JsonObject.builder()
        .put("version", "2.0")
        .put("rawPath", "/commands/x")
        .put(
            "headers",
            JsonObject.builder()
                .put("content-type", "application/json")
                .put("x-trace-id", "t-1")
                .putIfPresent("idempotency-key", key)
                .build())
        .put(
            "requestContext",
            JsonObject.builder()
                .put("http", JsonObject.builder().put("method", "POST").build())
                .put("authorizer", JsonObject.builder().put("lambda", caller).build())
                .build())
        .put("body", input)
        .put("isBase64Encoded", false)
        .build();
  }
}
