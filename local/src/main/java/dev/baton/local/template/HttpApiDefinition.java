package dev.baton.local.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP API of the template.
 *
 * @param id the API id that events carry
 * @param stage name of the stage
 * @param routes all routes
 * @param authorizers authorizers by name
 * @param cors CORS rules, or null when the functions answer for themselves
 */
public record HttpApiDefinition(
    String id,
    String stage,
    List<RouteDefinition> routes,
    Map<String, AuthorizerDefinition> authorizers,
    @Nullable CorsDefinition cors) {}
