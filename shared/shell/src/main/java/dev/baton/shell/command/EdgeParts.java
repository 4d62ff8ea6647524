package dev.baton.shell.command;

import dev.baton.shell.config.Settings;
import dev.baton.shell.limit.DynamoBucketStore;
import dev.baton.shell.limit.RateLimits;
import dev.baton.shell.log.Log;
import dev.baton.shell.metric.Metrics;
import dev.baton.shell.repeat.DynamoRepeatStore;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What every edge is made of.
 *
 * @param clock the time of answers
 * @param log where calls and faults are written
 * @param metrics where broken handoffs are counted
 * @param limits how often owners may call
 * @param repeats the calls with idempotency keys
 * @param usualBody the longest body of a command that does not say otherwise, in bytes
 */
public record EdgeParts(
    InstantSource clock,
    Log log,
    Metrics metrics,
    RateLimits limits,
    DynamoRepeatStore repeats,
    int usualBody) {
  private static final int USUAL_BODY = 64 * 1024;
  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration LEASE = Duration.ofSeconds(30);

  /**
   * The parts as configured; needs SESSIONS_TABLE.
   *
   * @param client a client of DynamoDB, best the one of the command's own stores
   */
  public static EdgeParts of(
      Settings settings, DynamoDbClient client, InstantSource clock, Log log, Metrics metrics) {
    String table = settings.required("SESSIONS_TABLE");
    return new EdgeParts(
        clock,
        log,
        metrics,
        RateLimits.of(settings, new DynamoBucketStore(client, table), clock),
        new DynamoRepeatStore(
            client,
            table,
            settings.duration("BATON_IDEMPOTENCY_TTL", KEPT),
            settings.duration("BATON_IDEMPOTENCY_LEASE", LEASE)),
        settings.integer("BATON_HTTP_MAX_BODY", USUAL_BODY));
  }

  /** The same parts of commands that take so many bytes. */
  public EdgeParts withUsualBody(int bytes) {
    return new EdgeParts(clock, log, metrics, limits, repeats, bytes);
  }
}
