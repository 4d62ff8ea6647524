package dev.baton.shell.server;

import dev.baton.shell.config.Settings;
import dev.baton.shell.config.Surroundings;
import dev.baton.shell.log.Log;
import java.io.IOException;
import java.util.Map;

/**
 * Runs a {@link ServerFunction} as a process: what {@code run.sh} starts. {@code BATON_SERVER}
 * names the class, {@code AWS_LWA_PORT} the port (8080).
 *
 * <p>SIGTERM drains the server and ends the process with status 0. A server that cannot start ends
 * it with status 1 and one line in the log.
 */
public final class ServerMain {
  private static final int USUAL_PORT = 8080;

  private ServerMain() {}

  /** Starts the server and returns while it runs; arguments are ignored. */
  public static void main(String[] arguments) {
    Log log = Surroundings.ofProcess().log();
    try {
      RunningServer server = start(Settings.ofProcess());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, log), "drain"));
      log.info("server_started", Map.of("port", server.port()));
    } catch (Exception | LinkageError fault) {
      log.error("server_not_started", Map.of(), fault);
      Runtime.getRuntime().halt(1);
    }
  }

  private static RunningServer start(Settings settings)
      throws ReflectiveOperationException, IOException {
    return Class.forName(settings.required("BATON_SERVER"))
        .asSubclass(ServerFunction.class)
        .getConstructor()
        .newInstance()
        .start(settings.integer("AWS_LWA_PORT", USUAL_PORT));
  }

  /** Halts, because a JVM that a signal ends has another status than 0. */
  private static void stop(RunningServer server, Log log) {
    try {
      server.close();
      log.info("server_stopped", Map.of());
    } catch (RuntimeException fault) {
      log.error("server_not_drained", Map.of(), fault);
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }
}
