package dev.baton.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.event.TurnEvents;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Logs are gapless, and a writer that was given up writes nothing. */
@ExtendWith(DynamoDbLocal.class)
final class EventLogIT {
  private static final String SESSION = "ses_1";
  private static final long SEED = 20_261_130;

  private final DynamoTable table;
  private final DynamoEventLog log;

  EventLogIT(DynamoDbClient client) {
    table = new DynamoTable(client, Tables.sessions(client));
    log = new DynamoEventLog(table, Duration.ofHours(24), InstantSource.system());
  }

  @Test
  void theSameAppendAgainIsTheSameAppend() {
    EventBatch batch = batch(1, 3, "n-1");

    assertThat(log.append(batch)).isTrue();
    assertThat(log.append(batch)).isTrue();
    assertThat(seqs(0)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void whoeverComesSecondIsFencedOff() {
    log.append(batch(1, 3, "n-1"));

    assertThat(log.append(batch(1, 2, "n-2"))).isFalse();
    assertThat(log.append(batch(4, 1, "n-3"))).isTrue();
    assertThat(seqs(0)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(log.last(SESSION)).isEqualTo(4);
  }

  @Test
  void readingOnBehindEveryNumberGivesAllThatFollows() {
    SplittableRandom random = new SplittableRandom(SEED);
    long next = 1;
    while (next <= 120) {
      int size = random.nextInt(1, EventBatch.MOST + 1);
      log.append(batch(next, size, "n-" + next));
      next += size;
    }
    List<Long> all = LongStream.range(1, next).boxed().toList();

    for (int after = 0; after < all.size(); after++) {
      assertThat(seqs(after))
          .as("seed %s after %s", SEED, after)
          .isEqualTo(all.subList(after, all.size()));
    }
    assertThat(seqs(all.size())).isEmpty();
  }

  @Test
  void followingBatchByBatchGivesTheSame() {
    SplittableRandom random = new SplittableRandom(SEED);
    long next = 1;
    for (int number = 0; number < 20; number++) {
      int size = random.nextInt(1, EventBatch.MOST + 1);
      log.append(batch(next, size, "n-" + next));

      assertThat(log.behind(SESSION, next - 1, 16, random.nextBoolean()))
          .extracting(LoggedEvent::seq)
          .as("seed %s batch %s", SEED, number)
          .isEqualTo(LongStream.range(next, next + size).boxed().toList());
      next += size;
    }
    assertThat(log.behind(SESSION, next - 1, 16, true)).isEmpty();
  }

  @Test
  void readingStopsAtAGap() {
    log.append(batch(1, 2, "n-1"));
    log.append(batch(3, 2, "n-2"));
    log.append(batch(5, 2, "n-3"));
    table.delete(AgentKeys.log(SESSION), AgentKeys.event(3));

    assertThat(seqs(0)).containsExactly(1L, 2L);
  }

  @Test
  void eventsOfARunAreItsOwn() {
    log.append(batch(1, 2, "n-1"));
    log.append(new EventBatch(SESSION, "run_2", 1, "n-2", false, events(3, 2, "run_2")));

    assertThat(log.ofRun(SESSION, "run_2", 3)).extracting(LoggedEvent::seq).containsExactly(3L, 4L);
    assertThat(log.ofRun(SESSION, "run_1", 1)).extracting(LoggedEvent::seq).containsExactly(1L, 2L);
  }

  private List<Long> seqs(long after) {
    return log.after(SESSION, after, 1_000, true).stream().map(LoggedEvent::seq).toList();
  }

  private static EventBatch batch(long first, int size, String nonce) {
    return new EventBatch(SESSION, "run_1", 1, nonce, false, events(first, size, "run_1"));
  }

  private static List<LoggedEvent> events(long first, int size, String runId) {
    List<LoggedEvent> events = new ArrayList<>();
    for (long seq = first; seq < first + size; seq++) {
      events.add(LoggedEvent.of(TurnEvents.token("t" + seq, "msg", 0), seq, runId, 0));
    }
    return events;
  }
}
