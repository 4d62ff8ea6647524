package dev.baton.agent.core.frame;

import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.core.json.JsonObject;
import java.util.function.Function;

/**
 * Tells a run in the events of AG-UI, version 1. Source: streaming specification, sections 5.1 and
 * 5.2.
 */
public final class AgUiFramer implements Framer {
  private final Function<String, JsonObject> reader;
  private final AgUiView view;
  private boolean over;

  /** Reads the texts of events with that reader, for a viewer like this. */
  public AgUiFramer(Function<String, JsonObject> reader, AgUiView view) {
    this.reader = reader;
    this.view = view;
  }

  @Override
  public String opening() {
    return ": baton\n\n";
  }

  @Override
  public String frames(LoggedEvent event) {
    over = event.type().isTerminal();
    return view.history().isEmpty() ? "" : "data: " + reader.apply(event.text()).write() + "\n\n";
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
