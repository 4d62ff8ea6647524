package dev.baton.key.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import dev.baton.key.KeyWorld;
import dev.baton.shell.access.ApiKey;
import dev.baton.shell.access.KeyMint;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
class KeyCreateIT {
  private KeyWorld world;
  private KeyCreateHandler create;

  @BeforeEach
  void aTable(DynamoDbClient client) {
    world = new KeyWorld(client);
    create = new KeyCreateHandler(world.wiring);
  }

  @Test
  void aNewKeyIsToldOnceAndKeptAsItsHash() {
    KeyWorld.Answer answer =
        world.call(create, KeyWorld.ADA, "{\"scopes\":[\"chat-*\"],\"label\":\"Web\"}");

    String key = answer.text("key");
    assertThat(key).matches("baton_[A-Za-z0-9_-]{43}");
    assertThat(answer.text("keyId")).matches("key_[A-Za-z0-9_-]{12}");
    ApiKey kept = found(key);
    assertThat(kept.owner()).isEqualTo(KeyWorld.ADA);
    assertThat(kept.keyId()).isEqualTo(answer.text("keyId"));
    assertThat(kept.scopes().patterns()).containsExactly("chat-*");
    assertThat(kept.label()).isEqualTo("Web");
    assertThat(kept.createdAt()).isEqualTo(world.clock.millis());
    assertThat(answer.body().text("undoCommand")).isEqualTo("key-revoke");
    assertThat(world.lines).noneMatch(line -> line.contains(key));
  }

  @ParameterizedTest
  @CsvSource({
    "*, *",
    "key-create chat-*, chat-send",
    "key-create chat-*, chat",
    "key-create chat, chat-*",
    "key, key-list"
  })
  void itMayHaveWhatTheCallingKeyHas(String own, String asked) {
    assertThat(call(own, asked).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "key-create, *",
    "key-create chat-*, survey-list",
    "key-create chat-send, chat-*",
    "key-create chat-send, chat",
    "key-create chat-*, c"
  })
  void itIsNeverWiderThanTheCallingKey(String own, String asked) {
    assertThat(call(own, asked).code()).isEqualTo("FORBIDDEN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"scopes\":[]}",
        "{\"scopes\":\"chat-*\"}",
        "{\"scopes\":[\"chat *\"]}",
        "{\"scopes\":[\"**\"]}",
        "{\"scopes\":[\"\"]}",
        "{\"scopes\":[\"chat-*\"],\"owner\":\"eve\"}",
        "{\"scopes\":[\"chat-*\"],\"rateWrite\":\"often\"}",
        "{\"scopes\":[\"chat-*\"],\"rateWrite\":\"1/PXX/1\"}",
        "{\"scopes\":[\"chat-*\"],\"rateWrite\":\"1/PT1M/0\"}"
      })
  void whatIsNoKeyIsRefused(String body) {
    assertThat(world.call(create, KeyWorld.ADA, body).code()).isEqualTo("VALIDATION_ERROR");
  }

  @Test
  void aKeyForEverythingMaySetRates() {
    KeyWorld.Answer answer =
        world.call(
            create, KeyWorld.ADA, "{\"scopes\":[\"chat-*\"],\"rateHandoff\":\"30/PT1M/10\"}");

    assertThat(found(answer.text("key")).rates()).isEqualTo(Map.of("rate_handoff", "30/PT1M/10"));
  }

  @Test
  void aLimitedKeyPassesItsRatesOnAndCannotLiftThem() {
    JsonObject limited = KeyWorld.authorizer(KeyWorld.ADA, "*").put("rate_write", "0").build();
    JsonObject narrow = KeyWorld.authorizer(KeyWorld.ADA, "key-*").build();
    String lifting = "{\"scopes\":[\"key-*\"],\"rateWrite\":\"0\"}";

    KeyWorld.Answer inherited = world.call(create, limited, "{\"scopes\":[\"key-*\"]}");
    assertThat(found(inherited.text("key")).rates()).isEqualTo(Map.of("rate_write", "0"));
    assertThat(world.call(create, limited, lifting).code()).isEqualTo("FORBIDDEN");
    assertThat(world.call(create, narrow, lifting).code()).isEqualTo("FORBIDDEN");
  }

  @Test
  void aRepeatedCallMakesNoSecondKeyAndDoesNotTellTheFirst() {
    world.repeatWith("once");
    KeyWorld.Answer first = world.call(create, KeyWorld.ADA, "{\"scopes\":[\"chat-*\"]}");
    KeyWorld.Answer again = world.call(create, KeyWorld.ADA, "{\"scopes\":[\"chat-*\"]}");

    assertThat(again.code()).isEqualTo("CONFLICT");
    assertThat(again.body().write())
        .contains(first.text("keyId"))
        .doesNotContain(first.text("key"));
    assertThat(world.wiring.keys().ofOwner(KeyWorld.ADA, null)).hasSize(1);
  }

  @Test
  void anOwnerHasSoManyKeysAndRevokedOnesDoNotCount() {
    IntStream.range(0, 200).forEach(number -> world.put(KeyWorld.ADA, "key_" + number, "chat-*"));

    assertThat(call("*", "chat-*").code()).isEqualTo("QUOTA_EXCEEDED");
    world.wiring.keys().revoke(KeyWorld.ADA, "key_7", world.clock.millis());
    assertThat(call("*", "chat-*").status()).isEqualTo(200);
  }

  private KeyWorld.Answer call(String own, String asked) {
    return world.call(
        create, KeyWorld.authorizer(KeyWorld.ADA, own).build(), "{\"scopes\":[\"" + asked + "\"]}");
  }

  private ApiKey found(String key) {
    return Objects.requireNonNull(world.wiring.keys().findUsable(KeyMint.hash(key)));
  }
}
