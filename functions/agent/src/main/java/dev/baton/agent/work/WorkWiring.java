package dev.baton.agent.work;

import dev.baton.agent.AgentWiring;
import dev.baton.agent.run.AwsRunEffects;
import dev.baton.agent.work.model.AnthropicModel;
import dev.baton.agent.work.model.KeyedModel;
import dev.baton.agent.work.tool.ToolGrants;
import dev.baton.agent.work.turn.WorkTimes;
import dev.baton.agent.work.watch.WatchTimes;
import dev.baton.core.json.JsonFields;
import dev.baton.shell.access.KeyMint;
import dev.baton.shell.aws.CachedSecret;
import dev.baton.shell.aws.LambdaInvoker;
import dev.baton.shell.config.Settings;
import dev.baton.shell.http.HttpClients;
import java.security.SecureRandom;
import java.time.Duration;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * What the worker is made of beside the parts of all agent functions.
 *
 * @param agent the parts of all agent functions
 */
public record WorkWiring(AgentWiring agent) {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final int GATHERED_BYTES = 512;

  /** The wiring of this process. */
  public static WorkWiring ofProcess() {
    return new WorkWiring(AgentWiring.ofProcess());
  }

  /** The worker. */
  public Worker worker() {
    Settings settings = settings();
    LambdaClient lambda = agent.live().clients().lambda().get();
    WorkTimes times = times();
    return new Worker(
        new WorkerParts(
            function -> agent.runs(new AwsRunEffects(new LambdaInvoker(lambda, function), null)),
            agent.store(),
            agent.log(),
            agent.sessions(),
            agent.viewers(),
            model(times),
            agent.models(),
            new ToolGrants(agent.grants(), new KeyMint(), agent.clock()),
            HttpClients.ofProcess().get().connectTimeout(CONNECT).build(),
            times,
            watchTimes(),
            settings.duration("AGENT_TOOL_TIMEOUT", Duration.ofSeconds(29)),
            settings.duration("AGENT_GATHERING", Duration.ofMillis(40)),
            GATHERED_BYTES,
            new SecureRandom()::nextDouble,
            agent.live().surroundings()));
  }

  private WorkTimes times() {
    return new WorkTimes(
        settings().duration("AGENT_CALL_LIMIT", Duration.ofSeconds(300)),
        settings().duration("AGENT_MODEL_SILENCE", Duration.ofSeconds(60)),
        settings().duration("AGENT_RESERVE", Duration.ofSeconds(60)));
  }

  private WatchTimes watchTimes() {
    return new WatchTimes(
        settings().duration("AGENT_CANCEL_LOOK", Duration.ofMillis(400)),
        settings().duration("AGENT_RENEWAL", Duration.ofSeconds(5)));
  }

  private KeyedModel model(WorkTimes times) {
    String baseUrl = settings().text("ANTHROPIC_BASE_URL", "https://api.anthropic.com");
    CachedSecret secret =
        new CachedSecret(
            agent.live().clients().secretsManager().get(),
            settings().required("ANTHROPIC_SECRET_ID"),
            agent.clock());
    return new KeyedModel(
        () -> JsonFields.text(secret.value(), "api_key"),
        key -> new AnthropicModel(baseUrl, key, times.silence(), times.call()));
  }

  private Settings settings() {
    return agent.live().settings();
  }
}
