package dev.baton.local.toy;

import com.sun.net.httpserver.HttpServer;
import dev.baton.shell.config.Settings;
import dev.baton.shell.server.RunningServer;
import dev.baton.shell.server.ServerFunction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/**
 * A function that is a server, made of a JDK server. Paths end with what they do: {@code stream},
 * {@code push}, {@code end} and {@code fate} are about a stream that {@code ?name=} names, {@code
 * echo} tells what came, {@code status?code=} answers with that status, {@code halt} ends the
 * process in the middle of a response.
 */
public final class ToyServer implements ServerFunction {
  private final String greeting;

  /** Reads the greeting. */
  public ToyServer() {
    greeting = Settings.ofProcess().text("TOY_GREETING", "none");
  }

  @Override
  public RunningServer start(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    ToyStreams streams = new ToyStreams();
    server.createContext("/", new ToyAnswers(greeting, streams));
    server.start();
    return new Running(server, streams);
  }

  private record Running(HttpServer server, ToyStreams streams) implements RunningServer {

    @Override
    public int port() {
      return server.getAddress().getPort();
    }

    @Override
    public void close() {
      streams.endAll("bye");
      server.stop(1);
    }
  }
}
