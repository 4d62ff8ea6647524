package dev.baton.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.access.Pass;
import dev.baton.agent.core.access.PassKind;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
class TicketStoreIT {
  private static final long NOW = 1_000_000;
  private static final Pass TICKET = Pass.ticket("ses_1", "ada", null, NOW + 60_000, NOW + 900_000);
  private static final Pass COOKIE = Pass.cookie("ses_1", "ada", NOW + 900_000);

  private final DynamoTable table;
  private final DynamoTicketStore store;

  TicketStoreIT(DynamoDbClient client) {
    table = new DynamoTable(client, Tables.sessions(client));
    store = new DynamoTicketStore(table);
  }

  @Test
  void aPassIsFoundByItsSecretAtItsSessionAsItsKindOnly() {
    String ticket = store.issue(TICKET).text();
    String cookie = store.issue(COOKIE).text();

    assertThat(store.find(PassKind.TICKET, "ses_1", ticket)).isEqualTo(TICKET);
    assertThat(store.find(PassKind.COOKIE, "ses_1", cookie)).isEqualTo(COOKIE);
    assertThat(store.find(PassKind.TICKET, "ses_2", ticket)).isNull();
    assertThat(store.find(PassKind.COOKIE, "ses_1", ticket)).isNull();
    assertThat(store.find(PassKind.TICKET, "ses_1", cookie)).isNull();
    assertThat(store.find(PassKind.TICKET, "ses_1", "")).isNull();
    assertThat(store.find(PassKind.TICKET, "ses_1", "#")).isNull();
  }

  @Test
  void noSecretIsStored() {
    String ticket = store.issue(TICKET).text();

    String rows = table.client().scan(scan -> scan.tableName(table.name())).items().toString();

    assertThat(rows).contains("ticket#").doesNotContain(ticket);
  }

  @Test
  void theFirstUseBindsATicketToItsRun() {
    String ticket = store.issue(TICKET).text();

    assertThat(store.use("ses_1", ticket, "run_1", NOW)).isEqualTo(AgentSave.SAVED);
    assertThat(store.use("ses_1", ticket, "run_1", NOW)).isEqualTo(AgentSave.LOST);
    assertThat(store.find(PassKind.TICKET, "ses_1", ticket))
        .isEqualTo(
            new Pass(
                PassKind.TICKET,
                "ses_1",
                TICKET.owner(),
                "run_1",
                TICKET.usableUntil(),
                TICKET.expiresAt(),
                NOW));
  }

  @Test
  void aTicketThatReachedNoRunIsBoundOnceLater() {
    String ticket = store.issue(TICKET).text();

    assertThat(store.bind("ses_1", ticket, "run_1")).isEqualTo(AgentSave.LOST);
    assertThat(store.use("ses_1", ticket, null, NOW)).isEqualTo(AgentSave.SAVED);
    assertThat(store.bind("ses_1", ticket, "run_1")).isEqualTo(AgentSave.SAVED);
    assertThat(store.bind("ses_1", ticket, "run_1")).isEqualTo(AgentSave.SAVED);
    assertThat(store.bind("ses_1", ticket, "run_2")).isEqualTo(AgentSave.LOST);
  }

  @Test
  void aTicketOfOneRunReachesNoOther() {
    Pass ofRun = Pass.ticket("ses_1", "ada", "run_1", NOW + 60_000, NOW + 900_000);
    String ticket = store.issue(ofRun).text();

    assertThat(store.use("ses_1", ticket, "run_2", NOW)).isEqualTo(AgentSave.LOST);
    assertThat(store.use("ses_1", ticket, "run_1", NOW)).isEqualTo(AgentSave.SAVED);
  }

  @Test
  void oneOfManyThatUseATicketAtOnceIsTheFirst() throws Exception {
    String ticket = store.issue(TICKET).text();
    List<Callable<AgentSave>> uses =
        IntStream.range(0, 20)
            .<Callable<AgentSave>>mapToObj(number -> () -> store.use("ses_1", ticket, "run_1", NOW))
            .toList();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.invokeAll(uses).stream().map(Future::resultNow))
          .containsOnlyOnce(AgentSave.SAVED);
    }
  }

  @Test
  void revokingWhatIsUnusedLeavesTicketsOfOpenStreams() {
    String used = store.issue(TICKET).text();
    String unused = store.issue(TICKET).text();
    String cookie = store.issue(COOKIE).text();
    store.use("ses_1", used, "run_1", NOW);

    store.revokeUnused("ses_1");

    assertThat(store.find(PassKind.TICKET, "ses_1", used)).isNotNull();
    assertThat(store.find(PassKind.TICKET, "ses_1", unused)).isNull();
    assertThat(store.find(PassKind.COOKIE, "ses_1", cookie)).isNotNull();
    assertThat(store.use("ses_1", unused, "run_1", NOW)).isEqualTo(AgentSave.LOST);
  }

  @Test
  void revokingAllLeavesNothingOfThisSessionAndAllOfOthers() {
    String used = store.issue(TICKET).text();
    String cookie = store.issue(COOKIE).text();
    String other = store.issue(Pass.ticket("ses_2", "ada", null, NOW, NOW)).text();
    store.use("ses_1", used, "run_1", NOW);

    store.revokeAll("ses_1");

    assertThat(store.find(PassKind.TICKET, "ses_1", used)).isNull();
    assertThat(store.find(PassKind.COOKIE, "ses_1", cookie)).isNull();
    assertThat(store.find(PassKind.TICKET, "ses_2", other)).isNotNull();
    assertThat(store.bind("ses_1", used, "run_1")).isEqualTo(AgentSave.LOST);
  }
}
