package dev.baton.agent.core.frame;

import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.core.json.JsonObject;
import java.util.function.Function;

/**
 * Tells a run as a UI message stream of the AI SDK, version 1: one message per run, one step per
 * turn. Source: streaming specification, sections 5.1 and 5.2.
 */
public final class AiSdkFramer implements Framer {
  private final Function<String, JsonObject> reader;
  private boolean over;

  /** Reads the texts of events with that reader. */
  public AiSdkFramer(Function<String, JsonObject> reader) {
    this.reader = reader;
  }

  @Override
  public String opening() {
    return ": baton\n\n";
  }

  @Override
  public String frames(LoggedEvent event) {
    over = event.type().isTerminal();
    return "data: " + reader.apply(event.text()).write() + "\n\n";
  }

  @Override
  public String caughtUp() {
    return "";
  }

  @Override
  public String close(Reconnect notice) {
    return "";
  }

  @Override
  public boolean isOver() {
    return over;
  }
}
