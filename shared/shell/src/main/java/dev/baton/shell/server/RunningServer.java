package dev.baton.shell.server;

/** A server that answers until it is closed. */
public interface RunningServer extends AutoCloseable {

  /** The port that it listens on. */
  int port();

  /**
   * Drains: nothing new is accepted, every open stream gets its planned end, and the port is free.
   * Takes at most 250 ms, because that is what the platform leaves a runtime with an extension. A
   * second call does nothing.
   *
   * <p>Source: streaming specification, section 11.
   */
  @Override
  void close();
}
