package dev.baton.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
final class SubscriptionStoreIT {
  private final DynamoSubscriptionStore store;

  SubscriptionStoreIT(DynamoDbClient client) {
    store =
        new DynamoSubscriptionStore(
            new DynamoTable(client, Tables.sessions(client)), InstantSource.system());
  }

  @Test
  void aConnectionIsPushedToOnlyOnceItHasWhatWasThere() {
    store.begin("ses_1", "c-1");
    assertThat(store.find("ses_1")).isEqualTo(new Subscription("c-1", false));

    assertThat(store.setLive("ses_1", "c-1")).isTrue();
    assertThat(store.find("ses_1")).isEqualTo(new Subscription("c-1", true));
  }

  @Test
  void anOlderConnectionNeitherComesBackNorTakesTheNewerOneAway() {
    store.begin("ses_2", "c-1");
    store.begin("ses_2", "c-2");

    assertThat(store.setLive("ses_2", "c-1")).isFalse();
    store.end("ses_2", "c-1");

    assertThat(store.find("ses_2")).isEqualTo(new Subscription("c-2", false));
  }

  @Test
  void whoLeavesIsNotPushedTo() {
    store.begin("ses_3", "c-1");
    store.end("ses_3", "c-1");

    assertThat(store.find("ses_3")).isNull();
    assertThat(store.setLive("ses_3", "c-1")).isFalse();
  }
}
