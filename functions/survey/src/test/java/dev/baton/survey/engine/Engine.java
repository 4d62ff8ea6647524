package dev.baton.survey.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.aws.ClientSet;
import dev.baton.shell.config.Settings;
import dev.baton.shell.config.Surroundings;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.time.Pause;
import dev.baton.survey.SurveyWiring;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import dev.baton.survey.deliver.SurveyDeliverHandler;
import dev.baton.survey.participants.FormLibrary;
import dev.baton.survey.store.DynamoFormStore;
import dev.baton.survey.store.DynamoPageStore;
import dev.baton.survey.store.ParticipantKey;
import dev.baton.survey.timeout.SurveyTimeoutHandler;
import dev.baton.survey.webhook.SurveyWebhookHandler;
import dev.baton.testkit.dynamodb.Tables;
import dev.baton.testkit.lambda.LambdaContext;
import dev.baton.testkit.time.ManualClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;

/**
 * The engine of one page and one test: what the functions need, and the events that AWS would bring
 * them.
 */
final class Engine {
  static final String PAGE = "112233445566778";
  static final String USER = "4567890123456789";
  static final String OURS = "555000111";
  static final long START = 1_767_225_600_000L;

  private static final JsonReader READER = JsonReader.keepingDuplicates(200);
  private static final String SECRET =
      """
      {"app_secrets":["old","s3cret"],"verify_token":"verify","page_access_tokens":{"*":"T"}}\
      """;

  final ManualClock clock = new ManualClock(Instant.ofEpochMilli(START));
  final FakeScheduler scheduler = new FakeScheduler();
  final FakeQueue deadLetters = new FakeQueue();
  final FakeLambda lambda = new FakeLambda();
  final List<String> log = new CopyOnWriteArrayList<>();

  /** What happens where a function waits; without more, time passes at once. */
  volatile Pause pause = clock::advance;

  final WatchedDatabase database;
  final SurveyWiring wiring;
  private final SurveyWebhookHandler webhook;
  private final SurveyDeliverHandler deliver;
  private final SurveyTimeoutHandler timeout;

  Engine(DynamoDbClient client, String graphUrl) {
    database = new WatchedDatabase(client);
    Map<String, String> environment =
        Map.ofEntries(
            Map.entry("SURVEYS_TABLE", Tables.surveys(client)),
            Map.entry("SESSIONS_TABLE", Tables.sessions(client)),
            Map.entry("FACEBOOK_APP_ID", OURS),
            Map.entry("MESSENGER_SECRET_ID", "baton/messenger"),
            Map.entry("GRAPH_BASE_URL", graphUrl),
            Map.entry("GRAPH_CALLS_PER_SECOND", "0"),
            Map.entry("SCHEDULE_GROUP", "timers"),
            Map.entry("TIMEOUT_FUNCTION_ARN", "arn:timeout"),
            Map.entry("SCHEDULER_ROLE_ARN", "arn:role"),
            Map.entry("TIMER_DEAD_LETTER_ARN", "arn:queue"),
            Map.entry("DELIVER_FUNCTION", "deliver"),
            Map.entry("DEAD_LETTER_QUEUE_URL", "http://queue"));
    ClientSet clients =
        new ClientSet(
            database::client,
            () -> lambda,
            () -> scheduler,
            () -> deadLetters,
            () -> new FakeSecrets(SECRET),
            management -> {
              throw new AssertionError("Surveys have no sockets: " + management);
            });
    wiring =
        new SurveyWiring(
            Settings.of(environment::get),
            clients,
            new Surroundings(clock, duration -> pause.forDuration(duration), log::add));
    webhook = new SurveyWebhookHandler(wiring);
    deliver = new SurveyDeliverHandler(wiring);
    timeout = new SurveyTimeoutHandler(wiring);
  }

  /** Imports a form of the test resources under a shortcode. */
  void imports(String shortcode, String resource) {
    try (InputStream file = Engine.class.getResourceAsStream("/forms/" + resource)) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
      imports(shortcode, READER.readOwn(text));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Imports a form under a shortcode. */
  void imports(String shortcode, Json form) {
    new DynamoPageStore(wiring.table()).claim(PAGE, "owner");
    new DynamoFormStore(wiring.table())
        .add(PAGE, shortcode, "title", FormLibrary.source(form, null, null).write(), START);
  }

  /** What the webhook answers to elements in {@code messaging[]}, signed. */
  Answer post(String... elements) {
    return postBody(
        "{\"object\":\"page\",\"entry\":[{\"messaging\":[" + String.join(",", elements) + "]}]}");
  }

  /** What the webhook answers to a signed body. */
  Answer postBody(String body) {
    return call(Requests.signed(body.getBytes(UTF_8), "s3cret"));
  }

  /** What the webhook answers to a payload 2.0 event. */
  Answer call(JsonObject event) {
    JsonObject answer = (JsonObject) invoke(webhook, event);
    return new Answer(
        Integer.parseInt(Objects.requireNonNull(answer.get("statusCode")).write()),
        Objects.requireNonNull(answer.text("body")));
  }

  /** An HTTP answer. */
  record Answer(int status, String body) {}

  /** Runs the deliveries that the stream asks for, and those that they ask for, to the end. */
  void deliverAll() {
    Map<String, AttributeValue> item = database.wakes().poll();
    while (item != null) {
      deliver(item);
      item = database.wakes().poll();
    }
  }

  /** Runs one delivery that the stream asked for with that item. */
  void deliver(Map<String, AttributeValue> item) {
    Participant participant = participantOf(item);
    invoke(
        deliver,
        JsonObject.builder()
            .put("page_id", participant.pageId())
            .put("user_id", participant.userId())
            .put("item", Objects.requireNonNull(item.get("body")).s())
            .build());
  }

  /** A delivery takes the attempt under way in hand and dies. */
  void claimsHead() {
    OutboxEntry head = Objects.requireNonNull(participant().outbox().head());
    wiring.claims().claim(new ParticipantKey(PAGE, USER), head.id(), head.status().attempt());
  }

  /** What the time to live does a day after an attempt. */
  void forgetClaims() {
    DynamoDbClient client = database.client();
    String table = wiring.table().name();
    client.scan(scan -> scan.tableName(table)).items().stream()
        .map(item -> Map.of("pk", item.get("pk"), "sk", item.get("sk")))
        .filter(key -> Objects.requireNonNull(key.get("sk")).s().startsWith("claim#"))
        .forEach(key -> client.deleteItem(delete -> delete.tableName(table).key(key)));
  }

  /** Posts elements and delivers what follows from them. */
  void happens(String... elements) {
    Answer answer = post(elements);
    if (answer.status() != 200) {
      throw new AssertionError(answer);
    }
    deliverAll();
  }

  /** Fires a schedule and delivers what follows from it. */
  void fires(CreateScheduleRequest schedule) {
    fires(schedule.target().input());
  }

  /** Fires a timer with that payload and delivers what follows from it. */
  void fires(String payload) {
    timer(payload);
    deliverAll();
  }

  /** Fires a timer with that payload. */
  void timer(String payload) {
    invoke(timeout, READER.readOwn(payload));
  }

  /** The participant as it is now. */
  Participant participant() {
    return Objects.requireNonNull(wiring.participantStore().load(new ParticipantKey(PAGE, USER)));
  }

  private Participant participantOf(Map<String, AttributeValue> item) {
    return wiring.participantStore().ofBody(Objects.requireNonNull(item.get("body")).s());
  }

  private static Json invoke(RequestStreamHandler handler, Json event) {
    try {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      handler.handleRequest(
          new ByteArrayInputStream(event.write().getBytes(UTF_8)),
          answer,
          new LambdaContext(300_000));
      return READER.readOwn(answer.toString(UTF_8));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
