package dev.baton.local.template;

import java.util.List;
import java.util.Map;

/**
 * A statement that allows something to a function.
 *
 * @param actions such as {@code dynamodb:GetItem}
 * @param resources patterns of ARNs
 * @param conditions values by operator and key, all of which must hold
 */
public record PolicyStatement(
    List<String> actions,
    List<String> resources,
    Map<String, Map<String, List<String>>> conditions) {}
