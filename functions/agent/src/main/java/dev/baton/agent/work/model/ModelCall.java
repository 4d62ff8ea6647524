package dev.baton.agent.work.model;

import org.jspecify.annotations.Nullable;

/** A call of a model that is under way, on a thread of its own. */
public final class ModelCall implements AutoCloseable {
  private final Inbox inbox;
  private final Thread thread;
  private final OpenStream stream;

  ModelCall(Inbox inbox, Thread thread, OpenStream stream) {
    this.inbox = inbox;
    this.thread = thread;
    this.stream = stream;
  }

  /** The next news; null when none came in so many milliseconds. */
  public @Nullable ModelNews next(long milliseconds) throws InterruptedException {
    return inbox.next(milliseconds);
  }

  /** Ends it, wherever it is: its socket is closed. May be called by any thread, and again. */
  @Override
  public void close() {
    stream.abandon();
    thread.interrupt();
    stream.close();
  }
}
