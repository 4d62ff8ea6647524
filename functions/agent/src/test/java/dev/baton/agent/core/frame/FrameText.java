package dev.baton.agent.core.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.event.AgentEvent;
import dev.baton.agent.core.event.LogMaker;
import dev.baton.agent.core.event.LoggedEvent;
import java.util.ArrayList;
import java.util.List;

/** Reads what framers write, as any client of Server-Sent Events does, only more strictly. */
final class FrameText {
  private FrameText() {}

  /** The data of unnamed frames of one line each; comments are skipped, anything else fails. */
  static List<String> data(String text) {
    List<String> data = new ArrayList<>();
    if (text.isEmpty()) {
      return data;
    }
    assertThat(text).endsWith("\n\n").doesNotContain("\r", "\u0000", "\n\n\n");
    for (String frame : text.substring(0, text.length() - 2).split("\n\n", -1)) {
      assertThat(frame).doesNotContain("\n");
      if (!frame.startsWith(":")) {
        assertThat(frame).startsWith("data: ");
        data.add(frame.substring("data: ".length()));
      }
    }
    return data;
  }

  /** The data of the frames of the last event, after all others were given too. */
  static List<String> last(Framer framer, AgentEvent... events) {
    LogMaker log = new LogMaker().run("run_7Q");
    for (AgentEvent event : events) {
      log.add(event);
    }
    String text = "";
    for (LoggedEvent event : log.log()) {
      text = framer.frames(event);
    }
    return data(text);
  }
}
