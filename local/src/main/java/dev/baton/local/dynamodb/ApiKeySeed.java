package dev.baton.local.dynamodb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Puts API keys into the key table, hashed, in both of their rows, as an operator does on AWS. The
 * first belongs to the owner {@code dev}, every other to an owner of its own name, so that several
 * people can meet at one desk.
 */
public final class ApiKeySeed {
  private static final String OWNER = "dev";

  private final EmbeddedDynamo dynamo;
  private final Caller caller;

  /** Seeds this engine. */
  public ApiKeySeed(EmbeddedDynamo dynamo, Caller caller) {
    this.dynamo = dynamo;
    this.caller = caller;
  }

  /** Writes keys that may call everything; those that are there are replaced. */
  public void put(String table, List<String> keys, InstantSource clock) {
    keys.forEach(key -> put(table, key.equals(keys.getFirst()) ? OWNER : key, key, clock));
  }

  private void put(String table, String owner, String key, InstantSource clock) {
    String hash = sha256(key);
    String keyId = hash.substring(0, 8);
    Map<String, AttributeValue> record =
        Map.of(
            "owner", AttributeValue.fromS(owner),
            "scopes", AttributeValue.fromS("*"),
            "key_id", AttributeValue.fromS(keyId),
            "created_at", AttributeValue.fromN(Long.toString(clock.instant().toEpochMilli())));
    put(table, "key#" + hash, "key", record);
    Map<String, AttributeValue> ofOwner = new HashMap<>(record);
    ofOwner.put("hash", AttributeValue.fromS(hash));
    put(table, "owner#" + owner, "key#" + keyId, ofOwner);
  }

  private void put(String table, String pk, String sk, Map<String, AttributeValue> record) {
    Map<String, AttributeValue> item = new HashMap<>(record);
    item.put("pk", AttributeValue.fromS(pk));
    item.put("sk", AttributeValue.fromS(sk));
    dynamo.putItem(
        caller.accessKey(),
        caller.region(),
        PutItemRequest.builder().tableName(table).item(item).build());
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
