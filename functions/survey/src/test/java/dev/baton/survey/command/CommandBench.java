package dev.baton.survey.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.aws.ClientSet;
import dev.baton.shell.command.CommandFunction;
import dev.baton.shell.config.Settings;
import dev.baton.shell.config.Surroundings;
import dev.baton.shell.json.JsonReader;
import dev.baton.survey.SurveyWiring;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.import_.SurveyImportHandler;
import dev.baton.survey.participants.Handled;
import dev.baton.survey.participants.Participants;
import dev.baton.survey.store.DynamoPageStore;
import dev.baton.survey.store.PageRow;
import dev.baton.testkit.command.Promises;
import dev.baton.testkit.dynamodb.Tables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Calls commands as the HTTP API calls them, over a table of its own, at a time that the test sets.
 */
public final class CommandBench {
  /** The page of the worked example. */
  public static final String PAGE = "112233445566778";

  /** Who owns that page on this bench. */
  public static final String ADA = "ada";

  /** Somebody else with a key of their own. */
  public static final String EVE = "eve";

  private static final JsonReader READER = JsonReader.keepingDuplicates(60);
  private static final Context NOBODY_ASKS =
      (Context)
          Proxy.newProxyInstance(
              CommandBench.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) -> {
                throw new AssertionError("Commands ask their context for nothing.");
              });

  private final AtomicLong now =
      new AtomicLong(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
  private final AtomicLong keys = new AtomicLong();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final CommandWiring wiring;
  private final Participants participants;

  /** A bench over a new table. */
  public CommandBench(DynamoDbClient client) {
    String table = Tables.surveys(client);
    InstantSource clock = () -> Instant.ofEpochMilli(now.get());
    Settings settings =
        Settings.of(
            Map.of(
                    "SURVEYS_TABLE",
                    table,
                    "SESSIONS_TABLE",
                    Tables.sessions(client),
                    "FACEBOOK_APP_ID",
                    "555000111")
                ::get);
    this.wiring =
        new CommandWiring(
            new SurveyWiring(
                settings,
                onlyDynamoDb(client),
                new Surroundings(clock, duration -> pass(duration.toMillis()), log::add)));
    this.participants = wiring.survey().participants();
  }

  private static ClientSet onlyDynamoDb(DynamoDbClient client) {
    return new ClientSet(
        () -> client,
        CommandBench::unused,
        CommandBench::unused,
        CommandBench::unused,
        CommandBench::unused,
        management -> unused());
  }

  private static <T> T unused() {
    throw new AssertionError("Commands use no other service than DynamoDB.");
  }

  /** The parts of all handlers on this bench. */
  public CommandWiring wiring() {
    return wiring;
  }

  /** The lines logged so far. */
  public List<String> log() {
    return log;
  }

  /** The time of this bench in milliseconds since 1970. */
  public long now() {
    return now.get();
  }

  /** Imports the form of the worked example for Ada. */
  public void importWorkedExample() {
    try {
      String event = Files.readString(Path.of("..", "..", "events", "survey-import.json"));
      String body = Objects.requireNonNull(((JsonObject) READER.readOwn(event)).text("body"));
      call(new SurveyImportHandler(wiring), ADA, body).data();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /**
   * Lets something happen to a participant of the page, and everything be sent that it leads to.
   */
  public Participant happens(String userId, Happening happening) {
    Item item = new Item(PAGE, userId, now.get(), "m_" + keys.incrementAndGet(), false, happening);
    return performed(userId, handled(userId, new Command.Arrived(item)));
  }

  /** Lets the participant write. */
  public Participant writes(String userId, String text) {
    pass(1_000);
    return happens(userId, new Happening.TextSent(text));
  }

  /** Lets the participant open a link with that ref. */
  public Participant opens(String userId, String ref) {
    pass(1_000);
    return happens(userId, new Happening.Referral(ref, null));
  }

  /** Lets a participant of the worked example come as far as its handoff. */
  public Participant reachesHandoff(String userId) {
    opens(userId, "form.READ01.age_group.25-34");
    writes(userId, "Ana");
    return writes(userId, "City");
  }

  /** Lets the machine decide a command, which must not be refused. */
  public Participant handled(String userId, Command command) {
    PageRow page = Objects.requireNonNull(new DynamoPageStore(wiring.survey().table()).find(PAGE));
    return switch (participants.handle(page, userId, command)) {
      case Handled.Decided decided -> decided.decision().next();
      case Handled.Contended contended -> throw new AssertionError("Contended.");
    };
  }

  /** Performs everything that waits to be sent. */
  public Participant performed(String userId, Participant participant) {
    Participant next = participant;
    while (!next.outbox().entries().isEmpty()) {
      next = handled(userId, new Command.EffectDone(next.outbox().entries().getFirst().id()));
    }
    return next;
  }

  /** Lets time pass. */
  public void pass(long milliseconds) {
    now.addAndGet(milliseconds);
  }

  /** Calls a command with a key for everything. */
  public Answer call(CommandFunction command, String owner, String body) {
    return call(command, authorizer(owner, "*"), body.getBytes(UTF_8));
  }

  /** Calls a command with whatever the authorizer found out. */
  public Answer call(CommandFunction command, JsonObject authorizer, byte[] body) {
    return replay(command, event(authorizer, body).write());
  }

  /** Hands an event to a command as Lambda does. */
  public Answer replay(CommandFunction command, String event) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      command.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), output, NOBODY_ASKS);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    Answer answer = answer((JsonObject) READER.readOwn(output.toString(UTF_8)));
    Promises.check(command.definition(), answer.status(), answer.body());
    return answer;
  }

  /** What the authorizer found out about a key of that owner. */
  public static JsonObject authorizer(String owner, String scopes) {
    return JsonObject.builder()
        .put("owner", owner)
        .put("scopes", scopes)
        .put("key_id", owner + "-key")
        .build();
  }

  private static JsonObject event(JsonObject authorizer, byte[] body) {
    JsonObject context =
        JsonObject.builder()
            .put("http", JsonObject.builder().put("method", "POST").build())
            .put("authorizer", JsonObject.builder().put("lambda", authorizer).build())
            .build();
    return JsonObject.builder()
        .put("version", "2.0")
        .put("rawPath", "/commands/x")
        .put("headers", JsonObject.builder().put("content-type", "application/json").build())
        .put("requestContext", context)
        .put("body", Base64.getEncoder().encodeToString(body))
        .put("isBase64Encoded", true)
        .build();
  }

  private static Answer answer(JsonObject response) {
    String text = Objects.requireNonNull(response.text("body"));
    JsonNumber status = (JsonNumber) Objects.requireNonNull(response.get("statusCode"));
    return new Answer(
        Integer.parseInt(status.literal()),
        Objects.requireNonNull(response.object("headers")),
        text,
        (JsonObject) READER.readOwn(text));
  }

  /** The input of an import of a small form with that title. */
  public static JsonObject.Builder form(String shortcode, String title) {
    return JsonObject.builder()
        .put("page_id", PAGE)
        .put("shortcode", shortcode)
        .put(
            "form",
            JsonObject.builder()
                .put("title", title)
                .put(
                    "fields",
                    JsonArray.of(
                        question("name", "What is your name?"),
                        question("age", "How old are you?")))
                .build());
  }

  private static JsonObject question(String ref, String title) {
    return JsonObject.builder()
        .put("ref", ref)
        .put("type", "short_text")
        .put("title", title)
        .build();
  }
}
