package dev.baton.local.template;

import java.time.Duration;
import java.util.Map;

/**
 * An {@code AWS::Serverless::Function} with its intrinsics resolved.
 *
 * @param logicalId its name in the template
 * @param name its name on AWS
 * @param arn its ARN without version
 * @param handler the handler class, without a method
 * @param timeout after which an invocation is given up
 * @param memoryMegabytes as configured; not enforced locally
 * @param environment its variables
 * @param async treatment of asynchronous events
 */
public record FunctionDefinition(
    String logicalId,
    String name,
    String arn,
    String handler,
    Duration timeout,
    int memoryMegabytes,
    Map<String, String> environment,
    AsyncPolicy async) {}
