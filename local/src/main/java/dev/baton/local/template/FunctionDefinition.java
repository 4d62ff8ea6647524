package dev.baton.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An {@code AWS::Serverless::Function} with its intrinsics resolved.
 *
 * @param logicalId its name in the template
 * @param name its name on AWS
 * @param arn its ARN without version
 * @param handler the handler class, without a method; {@link #SERVER} for a function that is a
 *     server
 * @param code the zip that is deployed
 * @param timeout after which an invocation is given up
 * @param memoryMegabytes as configured; functions in this JVM share its heap
 * @param environment its variables
 * @param async treatment of asynchronous events
 * @param url its Function URL, or null
 * @param alias name of the alias of its published version, empty when none is published
 */
public record FunctionDefinition(
    String logicalId,
    String name,
    String arn,
    String handler,
    Path code,
    Duration timeout,
    int memoryMegabytes,
    Map<String, String> environment,
    AsyncPolicy async,
    @Nullable UrlDefinition url,
    String alias) {

  /** The handler of a function that is an HTTP server behind the Lambda Web Adapter. */
  public static final String SERVER = "run.sh";

  private static final String NEWEST = "$LATEST";

  /** The same with values that win over the template's, for names that it has. */
  public FunctionDefinition with(Map<String, String> values) {
    Map<String, String> effective = new HashMap<>(environment);
    effective.replaceAll(values::getOrDefault);
    return new FunctionDefinition(
        logicalId,
        name,
        arn,
        handler,
        code,
        timeout,
        memoryMegabytes,
        effective,
        async,
        url,
        alias);
  }

  /** What its events call: its name, with its alias behind a colon if it has one. */
  public String called() {
    return alias.isEmpty() ? name : name + ":" + alias;
  }

  /**
   * Its ARN as Lambda writes it for a call.
   *
   * @param qualifier the version or alias that was called, empty for none
   */
  public String arn(String qualifier) {
    return qualifier.isEmpty() ? arn : arn + ":" + qualifier;
  }

  /** Whether there is such a version or alias of it; without a qualifier there always is. */
  public boolean has(String qualifier) {
    return qualifier.isEmpty() || qualifier.equals(NEWEST) || qualifier.equals(alias);
  }

  /** The version behind a version or alias: here only one was ever published. */
  public String version(String qualifier) {
    return qualifier.isEmpty() || qualifier.equals(NEWEST) ? NEWEST : "1";
  }

  /** The name of its command, if it is one, and of its event file: {@code survey-list}. */
  public String event() {
    return logicalId
        .replaceAll("Function$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** Whether the function is a server. */
  public boolean isServer() {
    return handler.equals(SERVER);
  }

  /**
   * The class of the server.
   *
   * @throws TemplateException when its variable is missing
   */
  public String server() {
    String server = environment.get("BATON_SERVER");
    if (server == null) {
      throw new TemplateException(
          "Function " + logicalId + " has the handler " + SERVER + ", but no BATON_SERVER.");
    }
    return server;
  }
}
