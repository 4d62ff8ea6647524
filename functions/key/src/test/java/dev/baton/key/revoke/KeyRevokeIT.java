package dev.baton.key.revoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionState;
import dev.baton.key.KeyWorld;
import dev.baton.shell.access.KeyMint;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
class KeyRevokeIT {
  private KeyWorld world;
  private KeyRevokeHandler revoke;

  @BeforeEach
  void keys(DynamoDbClient client) {
    world = new KeyWorld(client);
    revoke = new KeyRevokeHandler(world.wiring);
    world.put(KeyWorld.ADA, "key_1", "chat-*");
    world.put(KeyWorld.ADA, "key_own", "*");
    world.put(KeyWorld.EVE, "key_9", "*");
  }

  @Test
  void aRevokedKeyAndItsSessionsAreOver() {
    String doomed = world.session(KeyWorld.ADA, "key_1");
    String other = world.session(KeyWorld.ADA, "key_own");

    KeyWorld.Answer answer = world.call(revoke, KeyWorld.ADA, "{\"keyId\":\"key_1\"}");

    assertThat(answer.data().write())
        .isEqualTo(
            "{\"keyId\":\"key_1\",\"revokedAt\":\"2026-01-15T10:00:00.000Z\",\"alreadyRevoked\":false,\"sessionsEnded\":1}");
    assertThat(answer.body().get("warnings")).isNull();
    assertThat(world.wiring.keys().findUsable(KeyMint.hash("adakey_1"))).isNull();
    assertThat(session(doomed).state()).isEqualTo(SessionState.CLOSED);
    assertThat(Objects.requireNonNull(session(doomed).ending()).reason()).isEqualTo("key-revoked");
    assertThat(session(other).state()).isEqualTo(SessionState.PENDING);
  }

  @Test
  void asOftenAsItIsRevokedItWasRevokedOnceAndWhatWasLeftIsEnded() {
    world.call(revoke, KeyWorld.ADA, "{\"keyId\":\"key_1\"}");
    String left = world.session(KeyWorld.ADA, "key_1");
    world.clock.advance(Duration.ofMinutes(1));

    KeyWorld.Answer again = world.call(revoke, KeyWorld.ADA, "{\"keyId\":\"key_1\"}");

    assertThat(again.text("revokedAt")).isEqualTo("2026-01-15T10:00:00.000Z");
    assertThat(again.data().get("alreadyRevoked")).isEqualTo(Json.of(true));
    assertThat(again.data().get("sessionsEnded")).isEqualTo(Json.of(1));
    assertThat(session(left).state()).isEqualTo(SessionState.CLOSED);
  }

  @Test
  void aForeignKeyIsLikeAMissingOne() {
    KeyWorld.Answer foreign = world.call(revoke, KeyWorld.ADA, "{\"keyId\":\"key_9\"}");
    KeyWorld.Answer missing = world.call(revoke, KeyWorld.ADA, "{\"keyId\":\"key_8\"}");

    assertThat(foreign.code()).isEqualTo("NOT_FOUND");
    assertThat(foreign.withoutTimes().replace("key_9", "key_8")).isEqualTo(missing.withoutTimes());
    assertThat(world.wiring.keys().findUsable(KeyMint.hash("evekey_9"))).isNotNull();
  }

  @Test
  void aKeyMayRevokeItselfAndIsTold() {
    KeyWorld.Answer answer = world.call(revoke, KeyWorld.ADA, "{\"keyId\":\"key_own\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().write()).contains("\"code\":\"OWN_KEY_REVOKED\"");
  }

  private Session session(String sessionId) {
    return Objects.requireNonNull(world.wiring.sessions().find(sessionId));
  }
}
