package dev.baton.gateway;

import dev.baton.gateway.call.CallTimes;
import dev.baton.gateway.call.CommandCaller;
import dev.baton.gateway.core.catalogue.Catalogue;
import dev.baton.gateway.surface.CatalogueResource;
import dev.baton.gateway.surface.GatewayParts;
import dev.baton.shell.aws.ClientSet;
import dev.baton.shell.command.EdgeParts;
import dev.baton.shell.command.SurfaceEdge;
import dev.baton.shell.config.Settings;
import dev.baton.shell.config.Surroundings;
import dev.baton.shell.http.HttpClients;
import dev.baton.shell.log.Log;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What surfaces are made of, as configured. They have no store: whatever they tell or do, they ask
 * a command.
 */
public final class SurfaceWiring {
  /** The version that Baton says it has. */
  public static final String VERSION = "1.0.0";

  private static final int LARGEST_BODY = 64 * 1024;
  private static final int LARGEST_BATCH_BODY = 256 * 1024;
  private static final int MOST_IN_A_BATCH = 25;
  private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration BUDGET = Duration.ofSeconds(25);

  private final Settings settings;
  private final Surroundings surroundings;
  private final ClientSet clients;
  private final InstantSource clock;
  private final Log log;
  private final Catalogue catalogue;

  /** A wiring of these parts; the clients are for the tools' edges. */
  public SurfaceWiring(
      Settings settings, Surroundings surroundings, ClientSet clients, Catalogue catalogue) {
    this.settings = settings;
    this.surroundings = surroundings;
    this.clients = clients;
    this.clock = surroundings.clock();
    this.log = surroundings.log();
    this.catalogue = catalogue;
  }

  /** The wiring of this process. */
  public static SurfaceWiring ofProcess() {
    return new SurfaceWiring(
        Settings.ofProcess(),
        Surroundings.ofProcess(),
        ClientSet.ofProcess(),
        CatalogueResource.read());
  }

  /** The edge of a surface. */
  public SurfaceEdge edge(String name, int largestBody) {
    return new SurfaceEdge(name, largestBody, clock, log);
  }

  /** What all surfaces share. */
  public GatewayParts parts() {
    CallTimes times =
        new CallTimes(
            settings.duration("BATON_COMMAND_TIMEOUT", COMMAND_TIMEOUT),
            settings.duration("BATON_GATEWAY_BUDGET", BUDGET));
    HttpClient client =
        HttpClients.ofProcess()
            .get()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(times.command())
            .build();
    return new GatewayParts(catalogue, new CommandCaller(client, times, clock), clock, VERSION);
  }

  /** The longest body of a surface that calls one command, in bytes. */
  public int largestBody() {
    return settings.integer("BATON_HTTP_MAX_BODY", LARGEST_BODY);
  }

  /** The longest body of a surface that may call many commands, in bytes. */
  public int largestBatchBody() {
    return settings.integer("BATON_HTTP_MAX_BATCH_BODY", LARGEST_BATCH_BODY);
  }

  /** The most commands of a batch and the most steps of a pipeline. */
  public int mostInABatch() {
    return settings.integer("BATON_BATCH_MAX", MOST_IN_A_BATCH);
  }

  /** The origins of browsers that may come in. */
  public Set<String> allowedOrigins() {
    Set<String> origins = new LinkedHashSet<>();
    for (String origin : settings.text("BATON_ALLOWED_ORIGINS", "").split(",")) {
      if (!origin.isBlank()) {
        origins.add(origin.strip());
      }
    }
    return origins;
  }

  /** The time of answers. */
  public InstantSource clock() {
    return clock;
  }

  /** What the edges of the tools are made of. */
  public EdgeParts edgeParts() {
    return EdgeParts.of(settings, clients.dynamoDb().get(), clock, log, surroundings.metrics());
  }
}
