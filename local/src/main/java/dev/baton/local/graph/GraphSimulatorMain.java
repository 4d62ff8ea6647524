package dev.baton.local.graph;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The simulator as a process of its own, so that it outlives a Baton that is killed. Prints one
 * line beginning {@code Graph simulator is ready} and stops on SIGTERM. Environment: {@code
 * SIMULATOR_PORT} (8081), {@code WEBHOOK_URL}, {@code FACEBOOK_APP_ID}, {@code
 * FACEBOOK_APP_SECRET}, {@code FACEBOOK_PAGE_ACCESS_TOKEN}, {@code SIMULATOR_DATA_DIR} (default: in
 * memory).
 */
public final class GraphSimulatorMain {

  private GraphSimulatorMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    GraphSimulator simulator = new GraphSimulator(settings(System.getenv()));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              simulator.close();
              stopped.countDown();
            }));
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    out.println("Graph simulator is ready at " + simulator.address());
    stopped.await();
  }

  /**
   * The settings that an environment names; what it does not name has the local stack's default.
   */
  static GraphSimulatorSettings settings(Map<String, String> environment) {
    GraphSimulatorSettings settings =
        GraphSimulatorSettings.of(
                environment.getOrDefault("FACEBOOK_APP_ID", "555000111"),
                environment.getOrDefault("FACEBOOK_APP_SECRET", "dev-app-secret"),
                environment.getOrDefault("FACEBOOK_PAGE_ACCESS_TOKEN", "dev-page-token"),
                URI.create(
                    environment.getOrDefault(
                        "WEBHOOK_URL", "http://127.0.0.1:8080/webhooks/messenger")))
            .withPort(Integer.parseInt(environment.getOrDefault("SIMULATOR_PORT", "8081")));
    String directory = environment.getOrDefault("SIMULATOR_DATA_DIR", "");
    return directory.isEmpty() ? settings : settings.withDataDirectory(Path.of(directory));
  }
}
