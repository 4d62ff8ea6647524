package dev.baton.local.template;

import org.jspecify.annotations.Nullable;

/**
 * The Function URL of a function: open to everybody, its responses streamed.
 *
 * @param cors its CORS rules, or null when it has none
 */
public record UrlDefinition(@Nullable CorsDefinition cors) {}
