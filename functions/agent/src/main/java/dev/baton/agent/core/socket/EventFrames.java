package dev.baton.agent.core.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.core.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Events as frames for a socket: their texts as they stand in the log, in order, as many to a frame
 * as fit. An event is never cut or left out; one alone may make a frame that is longer. Source:
 * streaming specification, section 6.
 */
public final class EventFrames {
  /** What several events together may need, in bytes: a frame of API Gateway has 32 KB. */
  static final int USUAL = 28 * 1024;

  private EventFrames() {}

  /**
   * The frames.
   *
   * @param sessionId the session
   * @param events the events, ascending
   */
  public static List<String> of(String sessionId, List<LoggedEvent> events) {
    String head =
        "{\"type\":\"events\",\"session_id\":" + Json.of(sessionId).write() + ",\"events\":[";
    List<String> frames = new ArrayList<>();
    StringBuilder frame = new StringBuilder(head);
    int bytes = head.length();
    for (LoggedEvent event : events) {
      int size = event.text().getBytes(UTF_8).length + 1;
      boolean first = frame.length() == head.length();
      if (!first && bytes + size > USUAL) {
        frames.add(frame.append("]}").toString());
        frame = new StringBuilder(head);
        bytes = head.length();
        first = true;
      }
      frame.append(first ? "" : ",").append(event.text());
      bytes += size;
    }
    if (frame.length() > head.length()) {
      frames.add(frame.append("]}").toString());
    }
    return frames;
  }
}
