package dev.baton.local.dynamodb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Puts the developer's API key into the key table, hashed, as an operator does on AWS. */
public final class ApiKeySeed {
  private static final String OWNER = "dev";

  private final EmbeddedDynamo dynamo;
  private final Caller caller;

  /** Seeds this engine. */
  public ApiKeySeed(EmbeddedDynamo dynamo, Caller caller) {
    this.dynamo = dynamo;
    this.caller = caller;
  }

  /** Writes the record of a key that may call everything; one that is there is replaced. */
  public void put(String table, String key, InstantSource clock) {
    String hash = sha256(key);
    dynamo.putItem(
        caller.accessKey(),
        caller.region(),
        PutItemRequest.builder()
            .tableName(table)
            .item(
                Map.of(
                    "pk", AttributeValue.fromS("key#" + hash),
                    "sk", AttributeValue.fromS("key"),
                    "owner", AttributeValue.fromS(OWNER),
                    "scopes", AttributeValue.fromS("*"),
                    "key_id", AttributeValue.fromS(hash.substring(0, 8)),
                    "created_at",
                        AttributeValue.fromN(Long.toString(clock.instant().toEpochMilli()))))
            .build());
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
