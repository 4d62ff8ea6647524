package dev.baton.agent.core.frame;

import dev.baton.agent.core.event.EventType;
import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.core.json.JsonObject;

/**
 * Copies the log into Server-Sent Events: the number of an event is its id, its stored text its
 * data. It reads no text, so that all viewers get the same bytes. Source: streaming specification,
 * sections 3.1 and 4.4.
 */
public final class NativeFramer implements Framer {
  private static final int RETRY_MILLIS = 1_000;

  private final long after;
  private boolean over;

  /** Frames what follows that number; 0 stands before the first event of a session. */
  public NativeFramer(long after) {
    this.after = after;
  }

  /**
   * A block with an id and no data sets the id that a client comes back with, and is no event: even
   * a response that is cut before its first event resumes in the right place.
   */
  @Override
  public String opening() {
    return "retry: " + RETRY_MILLIS + "\nid: " + after + "\n: baton\n\n";
  }

  @Override
  public String frames(LoggedEvent event) {
    if (over) {
      return "";
    }
    over = event.type().isTerminal();
    String frame =
        "id: "
            + event.seq()
            + "\nevent: "
            + event.type().wireName()
            + "\ndata: "
            + event.text()
            + "\n\n";
    return event.type() == EventType.ERROR ? alias(event.text()) + frame : frame;
  }

  @Override
  public String caughtUp() {
    return "";
  }

  @Override
  public String close(Reconnect notice) {
    if (over) {
      return "";
    }
    over = true;
    JsonObject.Builder json = JsonObject.builder().put("type", "reconnect");
    notice.toJson().members().forEach(member -> json.put(member.name(), member.value()));
    return "retry: "
        + notice.retryMillis()
        + "\nevent: reconnect\ndata: "
        + json.build().write()
        + "\n\n";
  }

  @Override
  public boolean isOver() {
    return over;
  }

  // A browser fires an error of its own at every disconnect; this one cannot be mistaken for it.
  private static String alias(String text) {
    return "event: agent_error\ndata: "
        + text.substring(0, text.length() - 1)
        + ",\"alias_of\":\"error\"}\n\n";
  }
}
