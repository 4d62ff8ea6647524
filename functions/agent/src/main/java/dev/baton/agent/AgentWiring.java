package dev.baton.agent;

import dev.baton.agent.begin.Prompts;
import dev.baton.agent.catalogue.CommandCatalogue;
import dev.baton.agent.core.model.ModelProfile;
import dev.baton.agent.core.model.Models;
import dev.baton.agent.core.run.RunPatience;
import dev.baton.agent.handoff.AgentHandoffs;
import dev.baton.agent.handoff.HandoffPlaces;
import dev.baton.agent.handoff.ReconnectRate;
import dev.baton.agent.run.AgentRuns;
import dev.baton.agent.run.AwsRunEffects;
import dev.baton.agent.run.RunAudit;
import dev.baton.agent.run.RunEffects;
import dev.baton.agent.run.RunFinder;
import dev.baton.agent.run.RunWatch;
import dev.baton.agent.socket.Subscribing;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoApiStore;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.agent.store.DynamoGrantStore;
import dev.baton.agent.store.DynamoSubscriptionStore;
import dev.baton.agent.store.DynamoTicketStore;
import dev.baton.agent.store.DynamoViewerStore;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.aws.EventBridgeSchedules;
import dev.baton.shell.aws.LambdaInvoker;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.Command;
import dev.baton.shell.command.CommandEdge;
import dev.baton.shell.command.Reissue;
import dev.baton.shell.http.HttpClients;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.limit.DynamoBucketStore;
import dev.baton.shell.limit.Rate;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.session.Tokens;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/**
 * What the agent functions are made of beside the parts of all functions with sessions. The only
 * place of this domain that reads settings or builds clients. Each method builds a new part.
 *
 * @param live the parts of all functions with sessions
 */
public record AgentWiring(LiveWiring live) {
  private static final Duration LOG_RETENTION = Duration.ofHours(24);
  private static final Duration TICKET_LIFE = Duration.ofSeconds(60);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final String USUAL_MODEL = "claude-sonnet-4-5";
  private static final int MOST_RUNS = 5;
  private static final int DEEPEST_SETTING = 10;

  /** The wiring of this process. */
  public static AgentWiring ofProcess() {
    return new AgentWiring(LiveWiring.ofProcess());
  }

  /** The time. */
  public InstantSource clock() {
    return live.surroundings().clock();
  }

  /** Sessions, as all domains have them. */
  public Sessions sessions() {
    return live.sessions();
  }

  /** The logs of sessions. */
  public DynamoEventLog log() {
    return new DynamoEventLog(live.table(), logRetention(), clock());
  }

  /** How long events are kept. */
  public Duration logRetention() {
    return live.settings().duration("AGENT_LOG_RETENTION", LOG_RETENTION);
  }

  /** Conversations, runs and messages. */
  public DynamoAgentStore store() {
    return new DynamoAgentStore(live.table(), log());
  }

  /** Tickets and cookies. */
  public DynamoTicketStore tickets() {
    return new DynamoTicketStore(live.table());
  }

  /** Credentials of runs. */
  public DynamoGrantStore grants() {
    return new DynamoGrantStore(live.table(), live.keys());
  }

  /** Where the HTTP API is. */
  public DynamoApiStore apis() {
    return new DynamoApiStore(live.table());
  }

  /** Open streams. */
  public DynamoViewerStore viewers() {
    return new DynamoViewerStore(live.table());
  }

  /** Which connections want events. */
  public DynamoSubscriptionStore subscriptions() {
    return new DynamoSubscriptionStore(live.table(), clock());
  }

  /** What subscribes connections. */
  public Subscribing subscribing() {
    return new Subscribing(store(), log(), subscriptions(), live.sender(), clock());
  }

  /** Runs for functions that set no timers. */
  public AgentRuns runs() {
    return runs(effects());
  }

  /** Runs whose effects are performed so. */
  public AgentRuns runs(RunEffects effects) {
    return new AgentRuns(store(), log(), effects, audit(), patience(), clock());
  }

  /** What finds runs of owners' sessions. */
  public RunFinder finder(AgentRuns runs) {
    return new RunFinder(sessions(), store(), new RunWatch(runs));
  }

  /** Starts workers; sets no timers. */
  public RunEffects effects() {
    return new AwsRunEffects(worker(), null);
  }

  /** Runs for functions that set timers. */
  public AgentRuns timedRuns() {
    return runsTimedBy().apply(live.settings().required("TIMEOUT_FUNCTION_ARN"));
  }

  /**
   * Runs for the function that the timers call, which learns its own address only when it is
   * called. All settings are read now.
   */
  public Function<String, AgentRuns> runsTimedBy() {
    String group = live.settings().required("SCHEDULE_GROUP");
    String role = live.settings().required("SCHEDULER_ROLE_ARN");
    String deadLetters = live.settings().required("TIMER_DEAD_LETTER_ARN");
    SchedulerClient scheduler = live.clients().scheduler().get();
    LambdaInvoker worker = worker();
    RunAudit audit = audit();
    RunPatience patience = patience();
    DynamoAgentStore store = store();
    DynamoEventLog log = log();
    return address -> {
      EventBridgeSchedules.Place place =
          new EventBridgeSchedules.Place(group, address, role, deadLetters);
      RunEffects effects =
          new AwsRunEffects(worker, new EventBridgeSchedules(scheduler, place, clock()));
      return new AgentRuns(store, log, effects, audit, patience, clock());
    };
  }

  private RunAudit audit() {
    return new RunAudit(live.surroundings().log(), live.surroundings().metrics());
  }

  /** What starts workers. */
  public LambdaInvoker worker() {
    return new LambdaInvoker(
        live.clients().lambda().get(), live.settings().required("AGENT_WORK_FUNCTION"));
  }

  /** How long runs wait for whom. */
  public RunPatience patience() {
    RunPatience usual = RunPatience.USUAL;
    return new RunPatience(
        live.settings().duration("AGENT_START_WAIT", usual.start()),
        live.settings().duration("AGENT_LEASE", usual.lease()),
        live.settings().duration("AGENT_LEASE_GRACE", usual.grace()),
        live.settings().duration("AGENT_APPROVAL_WAIT", usual.approval()),
        live.settings().duration("AGENT_SUCCESSOR_WAIT", usual.successor()),
        usual.successors(),
        live.settings().duration("AGENT_LOOK", usual.look()));
  }

  /** The edge of a command that does not hand off. */
  public <I> CommandEdge<I> edge(
      CommandDefinition definition, Function<Arguments, I> typed, Command<I> command) {
    return CommandEdge.of(definition, typed, new ToolGuard<>(command), live.edgeParts());
  }

  /** The edge of a command whose answer holds a secret. */
  public <I> CommandEdge<I> edge(
      CommandDefinition definition,
      Function<Arguments, I> typed,
      Command<I> command,
      Reissue reissue) {
    return CommandEdge.reissuing(
        definition, typed, new ToolGuard<>(command), reissue, live.edgeParts());
  }

  /** The edge of a command that hands off. */
  public <I> CommandEdge<I> edge(
      CommandDefinition definition,
      Function<Arguments, I> typed,
      Command<I> command,
      AgentHandoffs handoffs) {
    return CommandEdge.handingOff(
        definition, typed, new ToolGuard<>(command), handoffs, live.edgeParts());
  }

  /** What issues tickets and tokens. */
  public AgentHandoffs handoffs(Sessions sessions) {
    HandoffPlaces places =
        new HandoffPlaces(
            URI.create(live.settings().required("BATON_STREAM_ENDPOINT")),
            live.endpoint(),
            live.settings().duration("AGENT_TICKET_LIFE", TICKET_LIFE));
    return new AgentHandoffs(sessions, store(), log(), tickets(), new Tokens(), places, clock());
  }

  /** What begins runs. */
  public Prompts prompts() {
    int most = live.settings().integer("AGENT_MAX_RUNS", MOST_RUNS);
    return new Prompts(store(), timedRuns(), new Tokens(), most, clock());
  }

  /** How often an owner may come back to one session. */
  public ReconnectRate reconnectRate() {
    Rate rate =
        Rate.parse(
            "AGENT_RECONNECT_RATE", live.settings().text("AGENT_RECONNECT_RATE", "100/PT1H/100"));
    return new ReconnectRate(
        new DynamoBucketStore(live.table().client(), live.table().name()), rate, clock());
  }

  /** The commands that could be tools. */
  public CommandCatalogue catalogue() {
    return new CommandCatalogue(HttpClients.ofProcess().get().connectTimeout(CONNECT).build());
  }

  /** The model that is taken when nobody asks for another. */
  public String usualModel() {
    return live.settings().text("AGENT_MODEL", USUAL_MODEL);
  }

  /** The models that there are, and what is known of them. */
  public Models models() {
    String models = live.settings().optional("AGENT_MODELS");
    return models != null
            && JsonReader.keepingDuplicates(DEEPEST_SETTING).readOwn(models)
                instanceof JsonObject json
        ? Models.of(json)
        : new Models(Map.of(usualModel(), ModelProfile.UNKNOWN));
  }
}
