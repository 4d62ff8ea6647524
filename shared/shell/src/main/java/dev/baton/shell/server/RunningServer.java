package dev.baton.shell.server;

/** A server that answers until it is closed. */
public interface RunningServer extends AutoCloseable {

  /** The port that it listens on. */
  int port();

  /**
   * Drains: nothing new is accepted, every open stream gets its planned end, and the port is free.
   * Streams are to end within 250 ms, because that is what the platform leaves a runtime with an
   * extension. Where it leaves more, those that are slower and what is kept of them may take 1.5 s,
   * so that the process has ended within two seconds. A second call does nothing.
   *
   * <p>Source: streaming specification, section 11.
   */
  @Override
  void close();
}
