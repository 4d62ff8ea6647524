package dev.baton.local.dynamodb;

import dev.baton.local.template.AwsPlace;

/**
 * As whom the local stack itself calls DynamoDB Local.
 *
 * @param accessKey any access key; all share one database
 * @param region any region
 */
public record Caller(String accessKey, String region) {
  /** The local stack in its own place. */
  public static final Caller LOCAL = new Caller("local", AwsPlace.LOCAL.region());
}
