package dev.baton.local.template;

import org.jspecify.annotations.Nullable;

/**
 * A route of the HTTP API.
 *
 * @param method HTTP method in capitals, or ANY
 * @param path path with {@code {name}} and {@code {name+}} variables, or {@code $default}
 * @param functionName the function that answers, its alias behind a colon if that is called
 * @param authorizer name of the authorizer, or null for an open route
 */
public record RouteDefinition(
    String method, String path, String functionName, @Nullable String authorizer) {

  /** The key as API Gateway writes it, such as {@code POST /commands/survey-list}. */
  public String key() {
    return path.equals("$default") ? path : method + " " + path;
  }
}
