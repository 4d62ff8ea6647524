package dev.baton.shell.server;

import java.io.IOException;

/**
 * A function that is an HTTP server of its own, behind the Lambda Web Adapter. Its class has a
 * public constructor without parameters, which reads the settings and builds the clients.
 *
 * <p>Source: streaming specification, section 10.1.
 */
public interface ServerFunction {

  /**
   * Opens the server on the loopback interface; it answers {@code /healthz} when this returns.
   *
   * @param port its port, 0 for any free one
   * @throws IOException when the port is taken
   */
  RunningServer start(int port) throws IOException;
}
