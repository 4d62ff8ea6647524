package dev.baton.shell.aws;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * A secret of Secrets Manager that is a JSON object. It is read at most every five minutes, so that
 * a rotated secret is taken over without a restart. Thread-safe.
 */
public final class CachedSecret {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final int DEEPEST = 5;

  private final SecretsManagerClient client;
  private final String id;
  private final InstantSource clock;
  private final JsonReader reader = JsonReader.keepingDuplicates(DEEPEST);
  private @Nullable Reading last;

  /** One secret. */
  public CachedSecret(SecretsManagerClient client, String id, InstantSource clock) {
    this.client = client;
    this.id = id;
    this.clock = clock;
  }

  private record Reading(JsonObject value, Instant at) {}

  /**
   * The secret's content.
   *
   * @throws IllegalStateException when it is no JSON object
   */
  public synchronized JsonObject value() {
    Instant now = clock.instant();
    Reading reading = last;
    if (reading == null || Duration.between(reading.at(), now).compareTo(FRESH) > 0) {
      reading = new Reading(read(), now);
      last = reading;
    }
    return reading.value();
  }

  private JsonObject read() {
    String text = client.getSecretValue(get -> get.secretId(id)).secretString();
    if (text != null && reader.read(text).orNull() instanceof JsonObject object) {
      return object;
    }
    throw new IllegalStateException("Secret " + id + " is no JSON object.");
  }
}
