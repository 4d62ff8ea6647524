package dev.baton.local.template;

import java.util.List;
import java.util.Map;

/**
 * The WebSocket API of the template.
 *
 * @param id the API id that events carry
 * @param stage name of the stage, under which clients connect
 * @param selection members from the root of a message down to the one that selects the route
 * @param routes all routes by key
 */
public record SocketApiDefinition(
    String id, String stage, List<String> selection, Map<String, SocketRoute> routes) {}
