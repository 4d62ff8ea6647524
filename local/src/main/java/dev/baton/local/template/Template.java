package dev.baton.local.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything of template.yaml that the local stack emulates.
 *
 * @param functions all functions
 * @param api the HTTP API
 * @param sockets the WebSocket API, or null when there is none
 * @param mappings streams that feed functions
 * @param tables all tables
 * @param queues all queues
 * @param scheduleGroups names of the schedule groups
 * @param secrets names of the secrets
 */
public record Template(
    List<FunctionDefinition> functions,
    HttpApiDefinition api,
    @Nullable SocketApiDefinition sockets,
    List<StreamMapping> mappings,
    List<TableDefinition> tables,
    List<QueueDefinition> queues,
    List<String> scheduleGroups,
    List<String> secrets) {}
