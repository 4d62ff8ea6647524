package dev.baton.local.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program of this machine that is run to its end.
 *
 * @param command its name and the arguments that all runs begin with
 */
record Program(List<String> command) {

  /** Whether a run with these arguments ends well; false where there is no such program. */
  boolean succeeds(String... arguments) throws InterruptedException {
    try {
      return started(arguments).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  /**
   * What a run with these arguments writes, without white space around it.
   *
   * @throws IllegalStateException when it does not end well
   */
  String run(String... arguments) throws IOException, InterruptedException {
    Process process = started(arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          "%s ended with %d:\n%s".formatted(all(arguments), process.exitValue(), written));
    }
    return written.strip();
  }

  private ProcessBuilder started(String... arguments) {
    return new ProcessBuilder(all(arguments));
  }

  private List<String> all(String... arguments) {
    return Stream.concat(command.stream(), Stream.of(arguments)).collect(Collectors.toList());
  }
}
