package dev.baton.local;

import dev.baton.local.lambda.RetryPace;
import dev.baton.local.websocket.SocketLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to start the local stack.
 *
 * @param template template.yaml
 * @param port port of the HTTP API, 0 for a free one
 * @param dataDirectory where everything is kept over a restart, or null for memory only
 * @param apiKeys bearer keys that may call every command, each of another owner; at least one
 * @param facebook the Meta app
 * @param environment variables that win over the template's, for names that the template has
 * @param retryPace waits between tries; AWS waits minutes, which nobody wants at a desk
 * @param sockets what WebSocket connections may do; smaller limits make tests of them short
 * @param timeouts whether functions are stopped at their timeouts; false while debugging
 */
public record LocalStackSettings(
    Path template,
    int port,
    @Nullable Path dataDirectory,
    List<String> apiKeys,
    FacebookSettings facebook,
    Map<String, String> environment,
    RetryPace retryPace,
    SocketLimits sockets,
    boolean timeouts) {

  private static final RetryPace PACE =
      new RetryPace(Duration.ofMillis(500), Duration.ofSeconds(30));

  /** Settings with a copy of the environment. */
  public LocalStackSettings {
    apiKeys = List.copyOf(apiKeys);
    environment = Map.copyOf(environment);
  }

  /**
   * The settings that an environment asks for: {@code PORT}, {@code BATON_DATA_DIR}, {@code
   * BATON_API_KEY} (several between commas), the names of {@link FacebookSettings}, {@code
   * BATON_TEMPLATE}, {@code ANTHROPIC_BASE_URL} and {@code ANTHROPIC_API_KEY}: without both the
   * stand-in for the Messages API starts on {@code PORT + 2}. The AWS endpoint is on {@code PORT +
   * 10} of the address {@code BATON_AWS_HOST}, without it of the loopback interface alone; it asks
   * for no key, so only an address that nobody else reaches is a good one. With {@code
   * BATON_INSTANCES=fresh} every call of a function meets a new instance of its handler, as after
   * an end of all of them. {@code BATON_ISOLATED=true} runs functions in processes of their own;
   * {@link dev.baton.local.isolation.Isolation#of} names what else there is to say of them. Any
   * other name that a function's environment has wins over the template's value.
   */
  public static LocalStackSettings of(Map<String, String> environment) {
    String data = environment.getOrDefault("BATON_DATA_DIR", "");
    return new LocalStackSettings(
        Path.of(environment.getOrDefault("BATON_TEMPLATE", "template.yaml")),
        port(environment.getOrDefault("PORT", "8080")),
        data.isEmpty() ? null : Path.of(data).toAbsolutePath(),
        List.of(environment.getOrDefault("BATON_API_KEY", "dev").split(",")),
        FacebookSettings.of(environment),
        environment,
        PACE,
        SocketLimits.AWS,
        true);
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("PORT must be a number, not '" + text + "'.");
    }
  }

  /** The same with other data. */
  public LocalStackSettings withDataDirectory(Path other) {
    return new LocalStackSettings(
        template, port, other, apiKeys, facebook, environment, retryPace, sockets, timeouts);
  }

  /** The same with another template. */
  public LocalStackSettings withTemplate(Path other) {
    return new LocalStackSettings(
        other, port, dataDirectory, apiKeys, facebook, environment, retryPace, sockets, timeouts);
  }

  /** The same with other waits between tries. */
  public LocalStackSettings withRetryPace(RetryPace other) {
    return new LocalStackSettings(
        template, port, dataDirectory, apiKeys, facebook, environment, other, sockets, timeouts);
  }

  /** The same with other limits of WebSocket connections. */
  public LocalStackSettings withSockets(SocketLimits other) {
    return new LocalStackSettings(
        template, port, dataDirectory, apiKeys, facebook, environment, retryPace, other, timeouts);
  }

  /** The same without timeouts, for whoever stands at a breakpoint. */
  public LocalStackSettings withoutTimeouts() {
    return new LocalStackSettings(
        template, port, dataDirectory, apiKeys, facebook, environment, retryPace, sockets, false);
  }
}
