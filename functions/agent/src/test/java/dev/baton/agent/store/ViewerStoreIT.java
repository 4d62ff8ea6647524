package dev.baton.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.viewer.Viewer;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
class ViewerStoreIT {
  private static final long NOW = 1_000_000;
  private static final Viewer WAITING = new Viewer("v_1", "ses_1", null, NOW, NOW + 30_000);
  private static final Viewer WATCHING = new Viewer("v_2", "ses_1", "run_1", NOW, NOW + 60_000);

  private final DynamoViewerStore store;

  ViewerStoreIT(DynamoDbClient client) {
    store = new DynamoViewerStore(new DynamoTable(client, Tables.sessions(client)));
  }

  @Test
  void viewersAreThereUntilTheirTime() {
    store.open(WAITING);
    store.open(WATCHING);

    assertThat(store.live("ses_1", NOW)).containsExactly(WAITING, WATCHING);
    assertThat(store.live("ses_1", NOW + 29_999)).hasSize(2);
    assertThat(store.live("ses_1", NOW + 30_000)).containsExactly(WATCHING);
    assertThat(store.countLive("ses_1", NOW + 60_000)).isZero();
    assertThat(store.countLive("ses_2", NOW)).isZero();
  }

  @Test
  void aViewerStaysLongerAndFindsItsRun() {
    store.open(WAITING);

    store.extend("ses_1", "v_1", "run_1", NOW + 90_000);

    assertThat(store.live("ses_1", NOW + 89_999))
        .containsExactly(new Viewer("v_1", "ses_1", "run_1", NOW, NOW + 90_000));
  }

  @Test
  void aViewerThatWasClosedDoesNotComeBack() {
    store.open(WAITING);
    store.open(WATCHING);

    store.close("ses_1", "v_1");
    store.close("ses_1", "v_1");
    store.extend("ses_1", "v_1", null, NOW + 90_000);

    assertThat(store.live("ses_1", NOW)).containsExactly(WATCHING);
  }
}
