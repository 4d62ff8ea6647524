package dev.baton.shell.live;

import dev.baton.core.session.SessionCommand;
import dev.baton.shell.access.DynamoKeyStore;
import dev.baton.shell.access.KeyAccess;
import dev.baton.shell.aws.ClientSet;
import dev.baton.shell.aws.EventBridgeSchedules;
import dev.baton.shell.command.EdgeParts;
import dev.baton.shell.config.Settings;
import dev.baton.shell.config.Surroundings;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.limit.DynamoBucketStore;
import dev.baton.shell.limit.Rate;
import dev.baton.shell.room.DynamoLogStore;
import dev.baton.shell.room.DynamoMemberStore;
import dev.baton.shell.room.Member;
import dev.baton.shell.room.RoomPush;
import dev.baton.shell.session.DynamoSessionStore;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.SessionAccess;
import dev.baton.shell.session.SessionAudit;
import dev.baton.shell.session.SessionSettings;
import dev.baton.shell.session.SessionTimer;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.socket.ConnectionSender;
import dev.baton.shell.socket.DynamoConnectionStore;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Builds what functions with sessions are made of. Each method builds a new part, except for the
 * table and the sender, whose clients all parts share; a handler calls what it needs, once.
 */
public final class LiveWiring {
  private final Settings settings;
  private final ClientSet clients;
  private final Surroundings surroundings;
  private @Nullable DynamoTable table;
  private @Nullable ConnectionSender sender;

  /** A wiring of these parts. */
  public LiveWiring(Settings settings, ClientSet clients, Surroundings surroundings) {
    this.settings = settings;
    this.clients = clients;
    this.surroundings = surroundings;
  }

  /** The wiring of this process. */
  public static LiveWiring ofProcess() {
    return new LiveWiring(Settings.ofProcess(), ClientSet.ofProcess(), Surroundings.ofProcess());
  }

  /** The settings. */
  public Settings settings() {
    return settings;
  }

  /** The AWS clients. */
  public ClientSet clients() {
    return clients;
  }

  /** Clock, pauses and output. */
  public Surroundings surroundings() {
    return surroundings;
  }

  /** The Sessions table. */
  public synchronized DynamoTable table() {
    DynamoTable shared = table;
    if (shared == null) {
      shared = new DynamoTable(clients.dynamoDb().get(), settings.required("SESSIONS_TABLE"));
      table = shared;
    }
    return shared;
  }

  /** Sessions as they are stored. */
  public DynamoSessionStore sessionStore() {
    return new DynamoSessionStore(table());
  }

  /** Sessions. */
  public Sessions sessions() {
    return new Sessions(
        sessionStore(),
        SessionSettings.limits(settings),
        new SessionAudit(surroundings.log()),
        access(),
        surroundings.clock());
  }

  /** What a session needs to go on: its key, then a place in its resource. */
  private SessionAccess access() {
    KeyAccess key = new KeyAccess(keys());
    ResourceAccess resource = new ResourceAccess(logs());
    return profile -> {
      String withdrawn = key.withdrawn(profile);
      return withdrawn == null ? resource.withdrawn(profile) : withdrawn;
    };
  }

  /** API keys. */
  public DynamoKeyStore keys() {
    return new DynamoKeyStore(table());
  }

  /** Logs, to read. */
  public DynamoLogStore logs() {
    return new DynamoLogStore(table(), surroundings.clock());
  }

  /** Who is where. */
  public DynamoMemberStore members() {
    return new DynamoMemberStore(table());
  }

  /** Connections. */
  public DynamoConnectionStore connections() {
    return new DynamoConnectionStore(table());
  }

  /** What sends to connections. */
  public synchronized ConnectionSender sender() {
    ConnectionSender shared = sender;
    if (shared == null) {
      URI address = URI.create(settings.required("BATON_WS_MANAGEMENT"));
      shared =
          new ConnectionSender(
              clients.connections().apply(address), surroundings.pause(), surroundings.clock());
      sender = shared;
    }
    return shared;
  }

  /** Answers on connections. */
  public LiveSockets sockets() {
    return new LiveSockets(connections(), sender(), surroundings.clock());
  }

  /** The edge of actions. */
  public ActionEdge actions() {
    return new ActionEdge(sockets(), sessions(), surroundings.log());
  }

  /**
   * How often one connection may ask for an action.
   *
   * @param rate the configured rate
   */
  public ConnectionRate rate(String action, Rate rate) {
    return new ConnectionRate(
        new DynamoBucketStore(table().client(), table().name()),
        action,
        rate,
        surroundings.clock());
  }

  /** What the edges of commands are made of. */
  public EdgeParts edgeParts() {
    return EdgeParts.of(
        settings,
        table().client(),
        surroundings.clock(),
        surroundings.log(),
        surroundings.metrics());
  }

  /** What pushes frames to everybody in a resource, and drops whoever is gone. */
  public RoomPush rooms(Sessions sessions) {
    return new RoomPush(members(), sender(), member -> drop(sessions, member));
  }

  private static void drop(Sessions sessions, Member member) {
    String connection = member.connectionId();
    if (connection != null) {
      sessions.handle(
          member.sessionId(), new SessionCommand.Drop(connection), Origin.ofBaton("push"));
    }
  }

  /** The address that clients open, without a query. */
  public URI endpoint() {
    return URI.create(settings.required("BATON_WS_ENDPOINT"));
  }

  /** The timers of sessions. */
  public SessionTimer timer() {
    EventBridgeSchedules.Place place =
        new EventBridgeSchedules.Place(
            settings.required("SCHEDULE_GROUP"),
            settings.required("TIMEOUT_FUNCTION_ARN"),
            settings.required("SCHEDULER_ROLE_ARN"),
            settings.required("TIMER_DEAD_LETTER_ARN"));
    return new SessionTimer(
        new EventBridgeSchedules(clients.scheduler().get(), place, surroundings.clock()));
  }
}
