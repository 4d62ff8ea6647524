package dev.baton.local.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that {@code sam local start-api} is.
 *
 * @param process SAM CLI
 * @param url where it serves, without a slash at the end
 */
record SamApi(Process process, String url) implements AutoCloseable {
  private static final Pattern RUNNING = Pattern.compile("Running on (http://[0-9.]+:\\d+)");

  /**
   * The server of a process that has just begun, when it serves.
   *
   * @throws IllegalStateException when it ends instead
   */
  static SamApi of(Process process) throws IOException {
    BufferedReader lines = process.inputReader();
    StringBuilder told = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      told.append(line).append('\n');
      Matcher running = RUNNING.matcher(line);
      if (running.find()) {
        // Nobody else reads what the server goes on to tell, and a full pipe would stop it.
        Thread.ofVirtual().start(() -> lines.lines().forEach(System.err::println));
        return new SamApi(process, running.group(1));
      }
    }
    throw new IllegalStateException("sam local start-api does not serve:\n" + told);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
