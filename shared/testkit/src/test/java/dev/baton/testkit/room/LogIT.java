package dev.baton.testkit.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import dev.baton.core.sequence.Reading;
import dev.baton.core.sequence.SequencePage;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.room.Appending;
import dev.baton.shell.room.DynamoLogStore;
import dev.baton.shell.room.DynamoLogWriter;
import dev.baton.shell.room.LogEntry;
import dev.baton.shell.room.LogHead;
import dev.baton.shell.room.LogSettings;
import dev.baton.shell.room.NewEntry;
import dev.baton.shell.time.Pause;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
final class LogIT {
  private static final String ROOM = "chat:general";
  private static final String MARK = "0feae16d";
  private static final int SENDERS = 20;
  private static final int EACH = 25;

  private final AtomicLong now = new AtomicLong(1_768_471_200_000L);
  private final InstantSource clock = () -> Instant.ofEpochMilli(now.get());
  private DynamoTable table;
  private DynamoLogStore log;
  private DynamoLogWriter writer;

  @BeforeEach
  void empty(DynamoDbClient client) {
    table = new DynamoTable(client, Tables.sessions(client));
    log = new DynamoLogStore(table, clock);
    writer = writer(Pause.asleep());
  }

  @Test
  void twentySendersAtOnceLeaveNoGap() throws Exception {
    List<Callable<Integer>> senders = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      String name = "s" + sender;
      senders.add(() -> {
        int refused = 0;
        for (int number = 0; number < EACH; number++) {
          now.addAndGet(-3);
          while (!(writer.append(text(name + "-" + number)) instanceof Appending.Appended)) {
            refused++;
          }
          now.addAndGet(10);
        }
        return refused;
      });
    }

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> sender : threads.invokeAll(senders)) {
        sender.get();
      }
    }

    List<LogEntry> all = log.after(ROOM, 0, SENDERS * EACH + 1);
    assertThat(all)
        .extracting(LogEntry::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, SENDERS * EACH).boxed().toList());
    assertThat(all).extracting(LogEntry::at).isSorted();
    assertThat(all)
        .extracting(entry -> entry.body().text("text"))
        .doesNotHaveDuplicates()
        .hasSize(SENDERS * EACH);
    for (int sender = 0; sender < SENDERS; sender++) {
      String name = "s" + sender + "-";
      assertThat(all)
          .extracting(entry -> String.valueOf(entry.body().text("text")))
          .filteredOn(text -> text.startsWith(name))
          .containsExactlyElementsOf(
              IntStream.range(0, EACH).mapToObj(number -> name + number).toList());
    }
    assertThat(log.head(ROOM)).extracting(head -> head == null ? 0 : head.seq()).isEqualTo(500L);
  }

  @Test
  void theSameNameIsAppendedOnceHoweverOftenAndByHoweverManyAtOnce() throws Exception {
    List<Callable<Appending>> repeats = new ArrayList<>();
    for (int repeat = 0; repeat < 10; repeat++) {
      repeats.add(() -> writer.append(once("ada", "c-1", "Hello")));
    }
    List<Appending> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Appending> repeat : threads.invokeAll(repeats)) {
        answers.add(repeat.get());
      }
    }

    assertThat(answers).filteredOn(Appending.Appended.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Appending.Duplicate.class::isInstance).hasSize(9);
    assertThat(log.after(ROOM, 0, 5)).hasSize(1);
    assertThat(writer.append(once("ada", "c-1", "Other"))).isInstanceOf(Appending.Reused.class);
    assertThat(writer.append(once("grace", "c-1", "Hi"))).isInstanceOf(Appending.Appended.class);
    now.addAndGet(Duration.ofHours(25).toMillis());
    assertThat(writer.append(once("ada", "c-1", "New"))).isInstanceOf(Appending.Appended.class);
  }

  @Test
  void aRoomThatMayNotBeMadeIsNot() {
    NewEntry entry = new NewEntry(ROOM, false, "message", LogIT::body, "p_1", null, null);

    assertThat(writer.append(entry)).isEqualTo(new Appending.Absent());
    assertThat(log.head(ROOM)).isNull();
    assertThat(log.headOrNew(ROOM).seq()).isZero();
    assertThat(writer.append(entry)).isInstanceOf(Appending.Appended.class);
    assertThat(log.headOrNew(ROOM).admits("anybody")).isTrue();
  }

  @Test
  void pagesFollowEachOtherAndSayExactlyWhetherThereIsMore() {
    for (int number = 1; number <= 6; number++) {
      writer.append(text("m" + number));
    }

    assertThat(page(null, false, 5)).isEqualTo("1..5 more at 5 of 6");
    assertThat(page("5-" + MARK, false, 5)).isEqualTo("6..6 at 6 of 6");
    assertThat(page("1-" + MARK, false, 5)).isEqualTo("2..6 at 6 of 6");
    assertThat(page("6-" + MARK, false, 5)).isEqualTo("none at 6 of 6");
    assertThat(page(null, true, 2)).isEqualTo("5..6 at 6 of 6");
    assertThat(page("7-" + MARK, false, 5)).isEqualTo("invalid");
  }

  @Test
  void whatIsPastItsRetentionIsGoneThoughTheTableStillHasIt() {
    writer.append(text("old"));
    writer.append(text("old too"));
    now.addAndGet(Duration.ofDays(20).toMillis());
    writer.append(text("newer"));
    now.addAndGet(Duration.ofDays(20).toMillis());

    assertThat(page(null, false, 5)).isEqualTo("3..3 at 3 of 3");
    assertThat(page("1-" + MARK, false, 5)).isEqualTo("expired, oldest 3");
    assertThat(page("2-" + MARK, false, 5)).isEqualTo("3..3 at 3 of 3");
    now.addAndGet(Duration.ofDays(20).toMillis());
    assertThat(page("2-" + MARK, false, 5)).isEqualTo("expired, oldest null");
    assertThat(page("3-" + MARK, false, 5)).isEqualTo("none at 3 of 3");
  }

  @Test
  void whoeverLosesEightTimesStoresNothing() {
    NewEntry entry = text("mine");
    DynamoLogWriter[] rival = new DynamoLogWriter[1];
    rival[0] = writer(Pause.asleep());
    NewEntry contended =
        new NewEntry(
            ROOM,
            true,
            "message",
            (seq, at) -> {
              rival[0].append(entry);
              return body(seq, at);
            },
            "p_2",
            null,
            null);

    Appending answer = writer(duration -> {}).append(contended);

    assertThat(answer).isEqualTo(new Appending.Busy());
    assertThat(log.after(ROOM, 0, 100)).hasSize(8).allMatch(one -> one.authorId().equals("p_1"));
  }

  @Test
  void countsTellASessionsItemsFromThoseOfOthers() {
    writer.append(text("before"));
    writer.append(new NewEntry(ROOM, true, "message", LogIT::body, "p_1", "ses_1", null));
    writer.append(new NewEntry(ROOM, true, "message", LogIT::body, "p_1", null, null));
    writer.append(new NewEntry(ROOM, true, "message", LogIT::body, "p_2", "ses_2", null));

    assertThat(log.count(ROOM, 1, "ses_1", "p_1", Long.MAX_VALUE))
        .isEqualTo(new DynamoLogStore.Counts(1, 1));
  }

  private String page(@Nullable String since, boolean latest, int limit) {
    LogHead head = log.headOrNew(ROOM);
    Reading reading = Reading.of(since, latest, limit, MARK, head.seq());
    return switch (log.page(ROOM, reading, head.seq())) {
      case SequencePage.Items<LogEntry> items -> {
        String range =
            items.items().isEmpty()
                ? "none"
                : items.items().getFirst().seq() + ".." + items.items().getLast().seq();
        yield range
            + (items.hasMore() ? " more" : "")
            + " at "
            + items.position()
            + " of "
            + items.lastSeq();
      }
      case SequencePage.Expired<LogEntry> expired -> "expired, oldest " + expired.oldestSeq();
      case SequencePage.Invalid<LogEntry> invalid -> "invalid";
    };
  }

  private DynamoLogWriter writer(Pause pause) {
    return new DynamoLogWriter(table, LogSettings.DEFAULTS, clock, pause);
  }

  private static JsonObject body(long seq, long at) {
    return JsonObject.builder().put("seq", seq).build();
  }

  private static NewEntry text(String text) {
    return new NewEntry(
        ROOM,
        true,
        "message",
        (seq, at) -> JsonObject.builder().put("seq", seq).put("text", text).build(),
        "p_1",
        null,
        null);
  }

  private static NewEntry once(String owner, String clientId, String text) {
    return new NewEntry(
        ROOM,
        true,
        "message",
        (seq, at) -> JsonObject.builder().put("seq", seq).put("text", text).build(),
        "p_1",
        "ses_1",
        new NewEntry.Once(owner, clientId, "hash of " + text));
  }
}
