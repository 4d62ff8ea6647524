package dev.baton.chat.poll;

import static dev.baton.chat.ChatBench.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.chat.ChatBench;
import dev.baton.core.json.Json;
import dev.baton.testkit.command.Answer;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table of the command specification, section 7.2. */
@ExtendWith(DynamoDbLocal.class)
class ChatPollIT {
  private static final int LIMIT = 4;
  private static final String GENERAL = "0feae16d";

  private final ChatBench bench;

  ChatPollIT(DynamoDbClient client) {
    this.bench = new ChatBench(client, Map.of());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, LIMIT - 1, LIMIT, LIMIT + 1, 2 * LIMIT, 2 * LIMIT + 1})
  void pagingFromNothingReachesEveryMessageOnce(int messages) {
    room(messages);
    List<String> read = new ArrayList<>();
    String since = null;
    boolean more = true;
    while (more) {
      Answer page = poll(since, false);
      int left = messages - read.size();
      read.addAll(page.texts());
      more = isTrue(page, "hasMore");

      assertThat(more).as("after %s", read).isEqualTo(left > LIMIT);
      assertThat(page.number("pollAgainIn")).isEqualTo(more ? 0 : 5_000);
      assertThat(page.number("lastSeq")).isEqualTo(messages);
      since = page.data().text("lastMessageId");
    }

    assertThat(read).isEqualTo(numbers(1, messages));
    assertThat(since).isEqualTo(messages == 0 ? null : messages + "-" + GENERAL);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, LIMIT - 1, LIMIT, LIMIT + 1})
  void newestAreTheLastOnesAscending(int messages) {
    room(messages);
    Answer page = poll(null, true);

    assertThat(page.texts()).isEqualTo(numbers(Math.max(1, messages - LIMIT + 1), messages));
    assertThat(isTrue(page, "hasMore")).isFalse();
  }

  @Test
  void cursorThatIsFedBackNeitherRepeatsNorSkips() {
    room(3);
    Answer nothing = poll("3-" + GENERAL, false);

    assertThat(nothing.texts()).isEmpty();
    assertThat(nothing.data().text("lastMessageId")).isEqualTo("3-" + GENERAL);
    assertThat(nothing.text()).contains("\"nextAction\":\"Poll again with since=3-0feae16d\"");
    assertThat(nothing.text()).contains("\"reasoning\":\"No new messages.\"");

    bench.say(ADA, "general", 4, 4);
    assertThat(poll("3-" + GENERAL, false).texts()).containsExactly("4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "3",
        "0-0feae16d",
        "-1-0feae16d",
        "01-0feae16d",
        "4-0feae16d",
        "1-00000000",
        "1-0FEAE16D",
        "1-0feae16d ",
        "99999999999999999999-0feae16d"
      })
  void cursorsOfNoMessageAreInvalid(String since) {
    room(3);

    assertThat(poll(since, false).code()).isEqualTo("INVALID_CURSOR");
  }

  @Test
  void newestAfterACursorIsAContradiction() {
    room(1);

    assertThat(poll("1-" + GENERAL, true).code()).isEqualTo("VALIDATION_ERROR");
  }

  @Test
  void messagesPastTheirRetentionLeaveAGapThatIsSaid() {
    room(2);
    bench.pass(Duration.ofDays(20));
    bench.say(ADA, "general", 3, 4);
    bench.pass(Duration.ofDays(11));

    Answer gone = poll("1-" + GENERAL, false);
    assertThat(gone.code()).isEqualTo("CURSOR_EXPIRED");
    assertThat(gone.error().write()).contains("\"oldestMessageId\":\"3-0feae16d\"");
    assertThat(poll("2-" + GENERAL, false).texts()).containsExactly("3", "4");
    assertThat(poll(null, false).texts()).containsExactly("3", "4");
  }

  @Test
  void pollingARoomDoesNotMakeIt() {
    for (int poll = 0; poll < 2; poll++) {
      assertThat(poll(null, false).code()).isEqualTo("ROOM_NOT_FOUND");
    }
  }

  private void room(int messages) {
    bench.connect(ADA, "general");
    bench.say(ADA, "general", 1, messages);
  }

  private Answer poll(@Nullable String since, boolean latest) {
    String from = since == null ? "" : ",\"since\":\"" + since + "\"";
    return bench.call(
        "chat-poll",
        ADA,
        "{\"roomId\":\"general\",\"limit\":%d,\"latest\":%s%s}".formatted(LIMIT, latest, from));
  }

  private static boolean isTrue(Answer answer, String name) {
    return Objects.requireNonNull(answer.data().get(name)).equals(Json.of(true));
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }
}
