package dev.baton.agent.core.frame;

import dev.baton.agent.core.event.LoggedEvent;

/**
 * Makes the text of one response out of the events of one run. All text is whole frames, in lines
 * that end with LF; whoever writes it adds and splits nothing. The order of calls is: {@link
 * #opening()} once; then, as often as the log grows, {@link #frames} for each event in order and
 * {@link #caughtUp()} before waiting; until {@link #isOver()}, or {@link #close}, after either of
 * which the response ends. Not thread-safe. Source: streaming specification, sections 4.4 and 5.
 */
public sealed interface Framer permits NativeFramer, AiSdkFramer, AgUiFramer {

  /** What is written when nothing else was for a while; it is no event to any client. */
  String HEARTBEAT = ": hb\n\n";

  /** What is written at once, before any event. */
  String opening();

  /**
   * The frames of the next event; empty when it has none, or when the response is over.
   *
   * @param event the successor of the event given before. {@link NativeFramer} begins after the
   *     position of its viewer, all others with the first event of the run
   */
  String frames(LoggedEvent event);

  /**
   * What is written when the log holds nothing more for now. It may end the response: a viewer of
   * {@link AgUiFramer} takes a question that nobody answered yet as the end.
   */
  String caughtUp();

  /** What is written before a planned end; empty when the response is over anyhow. */
  String close(Reconnect notice);

  /** Whether the response ends here. */
  boolean isOver();
}
