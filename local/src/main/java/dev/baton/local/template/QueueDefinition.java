package dev.baton.local.template;

import java.time.Duration;

/**
 * An {@code AWS::SQS::Queue}.
 *
 * @param name its name
 * @param arn its ARN
 * @param visibilityTimeout how long a received message stays hidden
 * @param retention how long a message is kept
 */
public record QueueDefinition(
    String name, String arn, Duration visibilityTimeout, Duration retention) {}
