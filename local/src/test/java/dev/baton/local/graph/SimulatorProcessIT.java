package dev.baton.local.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The simulator as a process of its own. */
final class SimulatorProcessIT {

  @Test
  @Timeout(60)
  void itSaysThatItIsReadyAnswersAndStopsWhenItIsTold() throws Exception {
    Process process = start();
    try (BufferedReader output = process.inputReader();
        HttpClient client = HttpClient.newHttpClient()) {
      String line = output.readLine();
      assertThat(line).startsWith("Graph simulator is ready at http://127.0.0.1:");
      URI address = URI.create(line.substring(line.indexOf("http")) + "/simulator");

      String orders =
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();

      assertThat(orders).contains("POST /simulator/faults");
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  private static Process start() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            GraphSimulatorMain.class.getName());
    builder.environment().put("SIMULATOR_PORT", "0");
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
