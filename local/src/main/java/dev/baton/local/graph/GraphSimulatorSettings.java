package dev.baton.local.graph;

import dev.baton.local.time.Timeline;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a simulator must be told.
 *
 * @param appId id of our app: the default app of every page and the receiver of all webhooks
 * @param appSecret key of the webhooks' signatures
 * @param pageAccessTokens tokens of our app by page id; the page {@code *} is any page
 * @param firstPage page of people who were never heard of, where nothing names another
 * @param webhook URL of our webhook
 * @param port on the loopback address, 0 for any free one
 * @param timeline null for real time
 * @param dataDirectory where conversations survive a restart, null for memory only
 * @param seed of all chance
 * @param logSize how many Graph calls and how many deliveries are remembered
 */
public record GraphSimulatorSettings(
    String appId,
    String appSecret,
    Map<String, String> pageAccessTokens,
    String firstPage,
    URI webhook,
    int port,
    @Nullable Timeline timeline,
    @Nullable Path dataDirectory,
    long seed,
    int logSize) {

  /** The page of the worked example, which everything in the documents uses. */
  public static final String EXAMPLE_PAGE = "112233445566778";

  private static final int LOG_SIZE = 10_000;

  /** One token for any page, real time, nothing kept, any free port. */
  public static GraphSimulatorSettings of(
      String appId, String appSecret, String pageAccessToken, URI webhook) {
    return new GraphSimulatorSettings(
        appId,
        appSecret,
        Map.of("*", pageAccessToken),
        EXAMPLE_PAGE,
        webhook,
        0,
        null,
        null,
        1,
        LOG_SIZE);
  }

  public GraphSimulatorSettings withPort(int other) {
    return new GraphSimulatorSettings(
        appId,
        appSecret,
        pageAccessTokens,
        firstPage,
        webhook,
        other,
        timeline,
        dataDirectory,
        seed,
        logSize);
  }

  public GraphSimulatorSettings withTimeline(Timeline other) {
    return new GraphSimulatorSettings(
        appId,
        appSecret,
        pageAccessTokens,
        firstPage,
        webhook,
        port,
        other,
        dataDirectory,
        seed,
        logSize);
  }

  public GraphSimulatorSettings withDataDirectory(Path other) {
    return new GraphSimulatorSettings(
        appId,
        appSecret,
        pageAccessTokens,
        firstPage,
        webhook,
        port,
        timeline,
        other,
        seed,
        logSize);
  }

  public GraphSimulatorSettings withPageAccessTokens(Map<String, String> others) {
    return new GraphSimulatorSettings(
        appId, appSecret, others, firstPage, webhook, port, timeline, dataDirectory, seed, logSize);
  }
}
