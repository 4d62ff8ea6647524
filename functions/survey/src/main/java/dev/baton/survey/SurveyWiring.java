package dev.baton.survey;

import dev.baton.shell.aws.CachedSecret;
import dev.baton.shell.aws.ClientSet;
import dev.baton.shell.aws.EventBridgeSchedules;
import dev.baton.shell.aws.LambdaInvoker;
import dev.baton.shell.aws.SqsDeadLetters;
import dev.baton.shell.command.EdgeParts;
import dev.baton.shell.config.Settings;
import dev.baton.shell.config.Surroundings;
import dev.baton.shell.log.Log;
import dev.baton.shell.metric.Metrics;
import dev.baton.shell.time.Pause;
import dev.baton.survey.core.form.compile.FormCompiler;
import dev.baton.survey.core.form.lint.FormLinter;
import dev.baton.survey.forms.YamlDescriptions;
import dev.baton.survey.graph.GraphClient;
import dev.baton.survey.graph.GraphSettings;
import dev.baton.survey.participants.DecisionLog;
import dev.baton.survey.participants.FormLibrary;
import dev.baton.survey.participants.KnownPages;
import dev.baton.survey.participants.Participants;
import dev.baton.survey.secret.MessengerSecret;
import dev.baton.survey.store.DynamoClaimStore;
import dev.baton.survey.store.DynamoFormStore;
import dev.baton.survey.store.DynamoPageStore;
import dev.baton.survey.store.DynamoParticipantStore;
import dev.baton.survey.store.DynamoRateStore;
import dev.baton.survey.store.DynamoTakenStore;
import dev.baton.survey.store.SurveysTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Builds what the survey functions are made of: the only place that reads their configuration and
 * makes their clients. Each method builds a new part, except for the table and the client, which
 * all parts share; a handler calls what it needs, once.
 */
public final class SurveyWiring {
  private static final Duration GRAPH_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration ECHO_GRACE = Duration.ofSeconds(60);
  private static final int GRAPH_CALLS_PER_SECOND = 40;

  private final Settings settings;
  private final ClientSet clients;
  private final Surroundings surroundings;
  private @Nullable DynamoDbClient dynamoDb;
  private @Nullable SurveysTable table;

  /** A wiring of these parts. */
  public SurveyWiring(Settings settings, ClientSet clients, Surroundings surroundings) {
    this.settings = settings;
    this.clients = clients;
    this.surroundings = surroundings;
  }

  /** The wiring of this process. */
  public static SurveyWiring ofProcess() {
    return new SurveyWiring(Settings.ofProcess(), ClientSet.ofProcess(), Surroundings.ofProcess());
  }

  /** The clock of the functions. */
  public InstantSource clock() {
    return surroundings.clock();
  }

  /** How the functions wait. */
  public Pause pause() {
    return surroundings.pause();
  }

  /** The log of this function. */
  public Log log() {
    return surroundings.log();
  }

  /** The metrics of this function. */
  public Metrics metrics() {
    return surroundings.metrics();
  }

  /** Our app. */
  public String ourAppId() {
    return settings.required("FACEBOOK_APP_ID").strip();
  }

  /** The Surveys table. */
  public synchronized SurveysTable table() {
    SurveysTable shared = table;
    if (shared == null) {
      shared = new SurveysTable(dynamoDb(), settings.required("SURVEYS_TABLE"));
      table = shared;
    }
    return shared;
  }

  /** What the edges of the commands are made of. */
  public EdgeParts edgeParts() {
    return EdgeParts.of(settings, dynamoDb(), clock(), log(), metrics());
  }

  private synchronized DynamoDbClient dynamoDb() {
    DynamoDbClient shared = dynamoDb;
    if (shared == null) {
      shared = clients.dynamoDb().get();
      dynamoDb = shared;
    }
    return shared;
  }

  /** Pages. */
  public DynamoPageStore pages() {
    return new DynamoPageStore(table());
  }

  /** Pages as one instance of a function knows them. */
  public KnownPages knownPages() {
    return new KnownPages(pages(), clock());
  }

  /** Versions of forms. */
  public DynamoFormStore forms() {
    return new DynamoFormStore(table());
  }

  /** Participant items. */
  public DynamoParticipantStore participantStore() {
    return new DynamoParticipantStore(table(), clock());
  }

  /** Marks of taken forms. */
  public DynamoTakenStore takenForms() {
    return new DynamoTakenStore(table());
  }

  /** Compiled forms. */
  public FormLibrary library() {
    return new FormLibrary(forms(), new FormCompiler(new YamlDescriptions()));
  }

  /** The linter of imports. */
  public FormLinter linter() {
    return new FormLinter(new FormCompiler(new YamlDescriptions()));
  }

  /** Claims of attempts. */
  public DynamoClaimStore claims() {
    return new DynamoClaimStore(table(), clock());
  }

  /** Calls per page and second. */
  public DynamoRateStore rates() {
    return new DynamoRateStore(table());
  }

  /** The loop from reading to writing. */
  public Participants participants() {
    Participants.Policy policy =
        new Participants.Policy(ourAppId(), settings.duration("ECHO_GRACE", ECHO_GRACE));
    return new Participants(
        participantStore(),
        takenForms(),
        library(),
        new DecisionLog(log(), metrics()),
        policy,
        clock());
  }

  /** What Messenger and we know of each other, as it is now. */
  public Supplier<MessengerSecret> secret() {
    CachedSecret secret =
        new CachedSecret(
            clients.secretsManager().get(), settings.required("MESSENGER_SECRET_ID"), clock());
    return () -> MessengerSecret.of(secret.value());
  }

  /** The Graph API. */
  public GraphClient graph() {
    Supplier<MessengerSecret> secret = secret();
    GraphSettings graph =
        new GraphSettings(
            settings.text("GRAPH_BASE_URL", "https://graph.facebook.com"),
            settings.textOrEmpty("GRAPH_API_VERSION", "v25.0"),
            settings.duration("GRAPH_TIMEOUT", GRAPH_TIMEOUT));
    return new GraphClient(graph, page -> secret.get().pageToken(page), clock());
  }

  /** Graph calls per page and second; 0 for no limit. */
  public int graphCallsPerSecond() {
    return settings.integer("GRAPH_CALLS_PER_SECOND", GRAPH_CALLS_PER_SECOND);
  }

  /** Timers. */
  public EventBridgeSchedules schedules() {
    EventBridgeSchedules.Place place =
        new EventBridgeSchedules.Place(
            settings.required("SCHEDULE_GROUP"),
            settings.required("TIMEOUT_FUNCTION_ARN"),
            settings.required("SCHEDULER_ROLE_ARN"),
            settings.required("TIMER_DEAD_LETTER_ARN"));
    return new EventBridgeSchedules(clients.scheduler().get(), place, clock());
  }

  /** The queue for what could not be handled. */
  public SqsDeadLetters deadLetters() {
    return new SqsDeadLetters(clients.sqs().get(), settings.required("DEAD_LETTER_QUEUE_URL"));
  }

  /** The function that delivers. */
  public LambdaInvoker deliverFunction() {
    return new LambdaInvoker(clients.lambda().get(), settings.required("DELIVER_FUNCTION"));
  }
}
