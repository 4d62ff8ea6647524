package dev.baton.local.template;

import java.util.List;

/**
 * The CORS rules of the HTTP API or of a Function URL. Empty lists send no header of that kind.
 *
 * @param allowOrigins origins, {@code *} for all
 * @param allowMethods methods, {@code *} for all
 * @param allowHeaders request headers, {@code *} for all
 * @param exposeHeaders response headers that scripts may read
 * @param allowCredentials whether cookies may be sent
 * @param maxAgeSeconds how long a browser may remember a preflight; 0 sends no header
 */
public record CorsDefinition(
    List<String> allowOrigins,
    List<String> allowMethods,
    List<String> allowHeaders,
    List<String> exposeHeaders,
    boolean allowCredentials,
    int maxAgeSeconds) {}
