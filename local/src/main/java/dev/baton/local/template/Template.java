package dev.baton.local.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything of template.yaml that the local stack emulates.
 *
 * @param functions all functions
 * @param policies what each function may do, by its name on AWS
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
    Map<String, List<PolicyStatement>> policies,
    HttpApiDefinition api,
    @Nullable SocketApiDefinition sockets,
    List<StreamMapping> mappings,
    List<TableDefinition> tables,
    List<QueueDefinition> queues,
    List<String> scheduleGroups,
    List<String> secrets) {}
