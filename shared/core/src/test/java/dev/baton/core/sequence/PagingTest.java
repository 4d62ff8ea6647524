package dev.baton.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
  private static final String MARK = "0feae16d";

  @Test
  void aCursorIsReadBackAsItWasWritten() {
    SequenceCursor cursor = new SequenceCursor(42, MARK);

    assertThat(cursor.write()).isEqualTo("42-0feae16d");
    assertThat(SequenceCursor.read("42-0feae16d", MARK)).isEqualTo(cursor);
    assertThat(SequenceCursor.idOf(0, MARK)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "42",
        "42-",
        "-0feae16d",
        "0-0feae16d",
        "042-0feae16d",
        "+2-0feae16d",
        "-2-0feae16d",
        "4x-0feae16d",
        "42-0feae16e",
        "42-0FEAE16D",
        "42-0feae16d ",
        " 42-0feae16d",
        "4 2-0feae16d",
        "٤٢-0feae16d",
        "9999999999999999-0feae16d",
        "42_0feae16d",
        "1e3-0feae16d"
      })
  void whatIsNoCursorOfThisLogIsNone(String text) {
    assertThat(SequenceCursor.read(text, MARK)).isNull();
  }

  @Test
  void aCursorBeyondTheEndIsInvalid() {
    assertThat(Reading.of("4-0feae16d", false, 5, MARK, 3)).isEqualTo(new Reading.Invalid());
    assertThat(Reading.of("3-0feae16d", false, 5, MARK, 3))
        .isEqualTo(new Reading.After(3, true, 5));
  }

  @ParameterizedTest
  @CsvSource({
    // kept from, last, since, limit, returned from, returned to, has more
    "1, 0, 0, 5, 0, 0, false",
    "1, 1, 0, 5, 1, 1, false",
    "1, 4, 0, 5, 1, 4, false",
    "1, 5, 0, 5, 1, 5, false",
    "1, 6, 0, 5, 1, 5, true",
    "1, 6, 5, 5, 6, 6, false",
    "1, 6, 6, 5, 0, 0, false",
    "1, 6, 1, 5, 2, 6, false",
    "1, 7, 1, 5, 2, 6, true",
    "4, 9, 0, 5, 4, 8, true",
    "4, 9, 3, 5, 4, 8, true",
    "4, 9, 4, 5, 5, 9, false",
    "10, 9, 9, 5, 0, 0, false"
  })
  void readersGetWhatFollows(
      long keptFrom, long last, long since, int limit, long from, long to, boolean hasMore) {
    Reading reading = reading(since, limit, last);

    SequencePage<Long> page = page(reading, keptFrom, last);

    List<Long> expected = from == 0 ? List.of() : LongStream.rangeClosed(from, to).boxed().toList();
    assertThat(page)
        .isEqualTo(new SequencePage.Items<>(expected, hasMore, from == 0 ? since : to, last));
  }

  @ParameterizedTest
  @CsvSource({"4, 9, 2, 4", "4, 9, 1, 4", "10, 9, 8, "})
  void aGapAfterTheCursorIsSaid(long keptFrom, long last, long since, Long oldest) {
    SequencePage<Long> page = page(reading(since, 5, last), keptFrom, last);

    assertThat(page).isEqualTo(new SequencePage.Expired<Long>(oldest));
  }

  @Test
  void theNewestHaveNothingAfterThem() {
    assertThat(Reading.of(null, true, 2, MARK, 9)).isEqualTo(new Reading.Newest(2));
    assertThat(Paging.newest(List.of(8L, 9L), Long::longValue, 9))
        .isEqualTo(new SequencePage.Items<>(List.of(8L, 9L), false, 9, 9));
  }

  @Test
  void rowsThatCameAfterTheEndWasReadMoveTheEnd() {
    Reading.After after = new Reading.After(8, true, 5);

    assertThat(Paging.after(after, List.of(9L, 10L), Long::longValue, 9))
        .isEqualTo(new SequencePage.Items<>(List.of(9L, 10L), false, 10, 10));
  }

  private static Reading reading(long since, int limit, long last) {
    return Reading.of(SequenceCursor.idOf(since, MARK), false, limit, MARK, last);
  }

  private static SequencePage<Long> page(Reading reading, long keptFrom, long last) {
    assertThat(reading).isInstanceOf(Reading.After.class);
    Reading.After after = (Reading.After) reading;
    List<Long> rows =
        LongStream.rangeClosed(Math.max(keptFrom, after.seq() + 1), last)
            .limit(after.limit() + 1)
            .boxed()
            .toList();
    return Paging.after(after, rows, Long::longValue, last);
  }
}
