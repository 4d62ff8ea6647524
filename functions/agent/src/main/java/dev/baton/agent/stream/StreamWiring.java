package dev.baton.agent.stream;

import dev.baton.agent.AgentWiring;
import dev.baton.agent.run.AgentRuns;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.agent.store.DynamoTicketStore;
import dev.baton.shell.config.Surroundings;
import dev.baton.shell.limit.DynamoBucketStore;
import dev.baton.shell.session.Sessions;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * What the stream function is made of. The only place of it that reads settings or builds clients.
 *
 * @param agent the parts of all agent functions
 */
record StreamWiring(AgentWiring agent) {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  /**
   * The parts of a server that runs.
   *
   * @param drain how long streams may take to end before they are cut
   */
  record Built(StreamRoutes routes, OpenStreams open, Tails tails, Duration drain) {}

  /** The wiring of this process. */
  static StreamWiring ofProcess() {
    return new StreamWiring(AgentWiring.ofProcess());
  }

  /** Builds a server's parts, which it shares with no other. */
  Built build() {
    HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    ApiCaller api = new ApiCaller(client);
    return build(api, new ApiBearerCheck(api), agent.runs());
  }

  /** The same with other ways of calling commands, asking for bearers and handling runs. */
  Built build(ApiCaller api, BearerCheck bearers, AgentRuns runs) {
    Surroundings around = agent.live().surroundings();
    StreamSettings settings = StreamSettings.of(agent.live().settings());
    DynamoEventLog log = agent.log();
    DynamoAgentStore agents = agent.store();
    DynamoTicketStore tickets = agent.tickets();
    Sessions sessions = agent.sessions();
    Gate gate = new Gate(tickets, agent.apis(), bearers, settings.origins(), agent.clock());
    Openings openings =
        new Openings(
            gate,
            new Openings.Rows(agents, log, tickets, sessions),
            agent.logRetention(),
            agent.clock());
    OpenStreams open = new OpenStreams();
    Tails tails = new Tails(tail(settings, log, new RunGuard(agents, runs, agent.clock())));
    StreamResponses.Parts parts =
        new StreamResponses.Parts(
            agents,
            log,
            openings,
            tails,
            open,
            attendance(settings, sessions),
            new Cookies(tickets, sessions, agent.clock()),
            new Framers(agents, log),
            new Notices(new SplittableRandom()),
            new StreamJournal(around.log(), around.metrics()),
            settings.times(),
            agent.clock());
    Health health = new Health(() -> agents.session("health"));
    StreamRoutes routes =
        new StreamRoutes(
            openings,
            new Posts(agents, log, agent.apis(), api),
            new StreamResponses(parts),
            health,
            settings.emptyAsJson(),
            around.log());
    return new Built(routes, open, tails, settings.drain());
  }

  private TailParts tail(StreamSettings settings, DynamoEventLog log, RunGuard guard) {
    Surroundings around = agent.live().surroundings();
    return new TailParts(
        log, guard, settings.pauses(), around.pause(), around.clock(), around.log());
  }

  private Attendance attendance(StreamSettings settings, Sessions sessions) {
    DynamoBucketStore buckets =
        new DynamoBucketStore(agent.live().table().client(), agent.live().table().name());
    return new Attendance(
        new Attendance.Rows(agent.viewers(), buckets, sessions),
        settings.room(),
        agent.clock(),
        agent.live().surroundings().log());
  }
}
