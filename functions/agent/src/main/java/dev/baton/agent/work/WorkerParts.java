package dev.baton.agent.work;

import dev.baton.agent.core.model.Models;
import dev.baton.agent.run.AgentRuns;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.agent.store.DynamoViewerStore;
import dev.baton.agent.work.model.KeyedModel;
import dev.baton.agent.work.tool.ToolGrants;
import dev.baton.agent.work.turn.WorkTimes;
import dev.baton.agent.work.watch.WatchTimes;
import dev.baton.shell.config.Surroundings;
import dev.baton.shell.session.Sessions;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * What a worker is made of.
 *
 * @param runs commands to runs whose successors are invocations of the named function
 * @param store sessions, runs and messages
 * @param log their logs
 * @param sessions sessions as all domains have them
 * @param viewers open streams
 * @param model calls models
 * @param models what is known of them
 * @param grants credentials for tools
 * @param http calls commands
 * @param times how long steps may take
 * @param watchTimes how often the run is looked at
 * @param toolPatience how long a call of a tool may take
 * @param gathering how long text waits to become more
 * @param gatheredBytes how much text waits at most
 * @param chance 0 to less than 1
 * @param surroundings time, log lines and metrics
 */
public record WorkerParts(
    Function<String, AgentRuns> runs,
    DynamoAgentStore store,
    DynamoEventLog log,
    Sessions sessions,
    DynamoViewerStore viewers,
    KeyedModel model,
    Models models,
    ToolGrants grants,
    HttpClient http,
    WorkTimes times,
    WatchTimes watchTimes,
    Duration toolPatience,
    Duration gathering,
    int gatheredBytes,
    DoubleSupplier chance,
    Surroundings surroundings) {}
