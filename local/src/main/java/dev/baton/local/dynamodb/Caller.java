package dev.baton.local.dynamodb;

/**
 * As whom the local stack itself calls DynamoDB Local.
 *
 * @param accessKey any access key; all share one database
 * @param region any region
 */
public record Caller(String accessKey, String region) {}
