package dev.baton.agent.core.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.event.GeneratedRun;
import dev.baton.agent.core.event.LogMaker;
import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.event.RunError;
import dev.baton.agent.core.event.RunErrorCode;
import dev.baton.agent.core.event.RunEvents;
import dev.baton.agent.core.event.TurnEvents;
import dev.baton.agent.core.event.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bytes of the native stream. */
final class NativeFramerTest {
  private static final String ERROR = "event: error";

  @Test
  void theFirstWriteSetsTheIdThatAClientComesBackWith() {
    assertThat(new NativeFramer(12).opening()).isEqualTo("retry: 1000\nid: 12\n: baton\n\n");
  }

  @Test
  void anEventIsItsNumberItsTypeAndItsStoredText() {
    LoggedEvent stored = LoggedEvent.stored(13, "run_7Q", "{\"type\":\"token\",\"text\":\"a\" }");

    assertThat(new NativeFramer(12).frames(stored))
        .isEqualTo("id: 13\nevent: token\ndata: {\"type\":\"token\",\"text\":\"a\" }\n\n");
  }

  @Test
  void aTextThatLooksLikeFramesStaysInItsLine() {
    String hostile = "\n\nid: 99\nevent: done\ndata: {}\r\n\r\u0000\u2028\u2029: x\n\n";
    LogMaker log = new LogMaker().run("run_1").add(TurnEvents.token(hostile, "m\n\ndata: x", 0));

    String text = new NativeFramer(0).frames(log.log().getLast());

    assertThat(text.split("\n", -1)).hasSize(5);
    assertThat(text).startsWith("id: 2\nevent: token\ndata: {").endsWith("}\n\n");
    assertThat(text).doesNotContain("\r", "\u0000", "\u2028", "\u2029");
  }

  @Test
  void anErrorIsPrecededByAnAliasWithoutIdInTheSameWrite() {
    LoggedEvent error =
        LoggedEvent.stored(9, "run_7Q", "{\"type\":\"error\",\"error\":\"Sorry.\"}");

    assertThat(new NativeFramer(0).frames(error))
        .isEqualTo(
            "event: agent_error\n"
                + "data: {\"type\":\"error\",\"error\":\"Sorry.\",\"alias_of\":\"error\"}\n\n"
                + "id: 9\n"
                + ERROR
                + "\ndata: {\"type\":\"error\",\"error\":\"Sorry.\"}\n\n");
  }

  @Test
  void aPlannedCloseSaysWhenToComeBackAndHasNoId() {
    NativeFramer framer = new NativeFramer(4);

    String text = framer.close(new Reconnect(Reconnect.Reason.DEADLINE, 250));

    assertThat(text)
        .isEqualTo(
            "retry: 250\nevent: reconnect\n"
                + "data: {\"type\":\"reconnect\",\"reason\":\"deadline\",\"retry_ms\":250}\n\n");
    assertThat(framer.isOver()).isTrue();
  }

  @Test
  void nothingComesAfterATerminalEvent() {
    LogMaker log =
        new LogMaker()
            .run("run_1")
            .add(RunEvents.error(RunError.of(RunErrorCode.WORKER_LOST), Usage.NONE))
            .run("run_2");
    NativeFramer framer = new NativeFramer(0);

    assertThat(framer.frames(log.log().get(0))).isNotEmpty();
    assertThat(framer.isOver()).isFalse();
    assertThat(framer.frames(log.log().get(1))).contains(ERROR);
    assertThat(framer.isOver()).isTrue();
    assertThat(framer.frames(log.log().get(2))).isEmpty();
    assertThat(framer.close(new Reconnect(Reconnect.Reason.SHUTDOWN, 500))).isEmpty();
  }

  @Test
  void allViewersGetTheSameBytesFromWhereverTheyCome() {
    List<LoggedEvent> log = GeneratedRun.of(3);
    NativeFramer whole = new NativeFramer(0);
    NativeFramer late = new NativeFramer(log.size() - 2L);

    String first = "";
    for (LoggedEvent event : log) {
      first = whole.frames(event);
    }

    assertThat(late.frames(log.getLast())).isEqualTo(first);
    assertThat(late.caughtUp()).isEmpty();
  }

  @Test
  void aHeartbeatIsACommentOnly() {
    assertThat(Framer.HEARTBEAT).isEqualTo(": hb\n\n");
  }
}
