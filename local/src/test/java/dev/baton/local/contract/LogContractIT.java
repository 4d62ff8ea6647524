package dev.baton.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.event.TurnEvents;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.agent.store.EventBatch;
import dev.baton.testkit.dynamodb.Tables;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts on a condition that answer what is there, and queries in order, as logs are written. */
abstract class LogContractIT {
  private static final String SESSION = "ses_1";

  private final DynamoEventLog log;

  LogContractIT(Cloud cloud) {
    DynamoDbClient client = cloud.client(DynamoDbClient.builder());
    log =
        new DynamoEventLog(
            ContractTable.ready(client, Tables.sessions(client)),
            Duration.ofHours(24),
            InstantSource.system());
  }

  @Test
  void aRepeatedAppendFindsItselfAndAnothersIsFencedOff() {
    EventBatch batch = batch(1, 3, "n-1");

    assertThat(log.append(batch)).isTrue();
    assertThat(log.append(batch)).isTrue();
    assertThat(log.append(batch(1, 2, "n-2"))).isFalse();

    assertThat(seqs(0)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void readingOnBehindAnyNumberGivesAllThatFollows() {
    for (long first = 1; first < 40; first += 4) {
      log.append(batch(first, 4, "n-" + first));
    }

    for (int after = 0; after < 40; after++) {
      assertThat(seqs(after)).isEqualTo(LongStream.rangeClosed(after + 1L, 40).boxed().toList());
    }
  }

  @Test
  void theLastNumberIsFoundFromTheEnd() {
    assertThat(log.last(SESSION)).isZero();
    log.append(batch(1, 9, "n-1"));
    log.append(batch(10, 2, "n-2"));

    assertThat(log.last(SESSION)).isEqualTo(11);
  }

  @Test
  void aQueryIsCutAtItsLimit() {
    for (long seq = 1; seq <= 5; seq++) {
      log.append(batch(seq, 1, "n-" + seq));
    }

    assertThat(log.behind(SESSION, 1, 2, false))
        .extracting(LoggedEvent::seq)
        .containsExactly(2L, 3L);
  }

  private List<Long> seqs(long after) {
    return log.after(SESSION, after, 1_000, true).stream().map(LoggedEvent::seq).toList();
  }

  private static EventBatch batch(long first, int size, String nonce) {
    List<LoggedEvent> events =
        LongStream.range(first, first + size)
            .mapToObj(seq -> LoggedEvent.of(TurnEvents.token("t" + seq, "msg", 0), seq, "run_1", 0))
            .toList();
    return new EventBatch(SESSION, "run_1", 1, nonce, false, events);
  }
}
