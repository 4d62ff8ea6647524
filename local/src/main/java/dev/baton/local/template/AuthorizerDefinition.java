package dev.baton.local.template;

import java.time.Duration;
import java.util.List;

/**
 * A Lambda authorizer with payload format 2.0 and simple responses.
 *
 * @param name its name in the template
 * @param functionName the function that decides, its alias behind a colon if that is called
 * @param identityHeaders headers, in lower case, that must be there and that key the cache
 * @param cacheTime how long a decision is kept; zero for not at all
 */
public record AuthorizerDefinition(
    String name, String functionName, List<String> identityHeaders, Duration cacheTime) {}
