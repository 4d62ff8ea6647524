package dev.baton.agent;

import dev.baton.agent.core.run.RunPatience;
import dev.baton.agent.run.AgentRuns;
import dev.baton.agent.run.AwsRunEffects;
import dev.baton.agent.run.RunAudit;
import dev.baton.agent.run.RunEffects;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.agent.store.DynamoTicketStore;
import dev.baton.agent.store.DynamoViewerStore;
import dev.baton.shell.aws.EventBridgeSchedules;
import dev.baton.shell.aws.LambdaInvoker;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.session.Sessions;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What the agent functions are made of beside the parts of all functions with sessions. The only
 * place of this domain that reads settings or builds clients. Each method builds a new part.
 *
 * @param live the parts of all functions with sessions
 */
public record AgentWiring(LiveWiring live) {
  private static final Duration LOG_RETENTION = Duration.ofHours(24);

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

  /** Open streams. */
  public DynamoViewerStore viewers() {
    return new DynamoViewerStore(live.table());
  }

  /** Runs for functions that set no timers. */
  public AgentRuns runs() {
    return runs(effects());
  }

  /** Runs whose effects are performed so. */
  public AgentRuns runs(RunEffects effects) {
    RunAudit audit = new RunAudit(live.surroundings().log(), live.surroundings().metrics());
    return new AgentRuns(store(), log(), effects, audit, patience(), clock());
  }

  /** Starts workers; sets no timers. */
  public RunEffects effects() {
    return new AwsRunEffects(worker(), null);
  }

  /** Starts workers and sets timers that call this function. */
  public RunEffects effects(String timeoutFunctionArn) {
    EventBridgeSchedules.Place place =
        new EventBridgeSchedules.Place(
            live.settings().required("SCHEDULE_GROUP"),
            timeoutFunctionArn,
            live.settings().required("SCHEDULER_ROLE_ARN"),
            live.settings().required("TIMER_DEAD_LETTER_ARN"));
    return new AwsRunEffects(
        worker(), new EventBridgeSchedules(live.clients().scheduler().get(), place, clock()));
  }

  /** Runs for functions that set timers. */
  public AgentRuns timedRuns() {
    return runs(effects(live.settings().required("TIMEOUT_FUNCTION_ARN")));
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

  /** The address of all streams, with a slash at the end. */
  public URI streamEndpoint() {
    return URI.create(live.settings().required("BATON_STREAM_ENDPOINT"));
  }
}
