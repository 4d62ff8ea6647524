package dev.baton.bench.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * CRIU: writes a process to files, and makes it again from them. It needs root, and a process that
 * is in a session of its own and has no pipes.
 *
 * @param program what to start
 */
record Criu(String program) {
  private static final int SECONDS = 60;

  /**
   * A program that is there.
   *
   * @throws IllegalStateException when it is not, or finds that this machine cannot do it
   */
  static Criu of(String program) throws IOException, InterruptedException {
    Criu criu = new Criu(program);
    try {
      criu.run(Path.of("."), List.of("check"));
    } catch (IOException fault) {
      throw new IllegalStateException(
          "Snapshots need CRIU, and %s cannot be started. bench/README.md says how to have it."
              .formatted(program),
          fault);
    }
    return criu;
  }

  /** Writes a process into a folder and ends it. Its connections stay open at their other ends. */
  void dump(long pid, Path images) throws IOException, InterruptedException {
    run(
        images,
        List.of("dump", "-t", Long.toString(pid), "--tcp-established", "--network-lock", "skip"));
  }

  /** Makes the process again; it runs when this returns. */
  void restore(Path images) throws IOException, InterruptedException {
    run(images, List.of("restore", "-d", "--tcp-established", "--network-lock", "skip"));
  }

  private void run(Path images, List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(words);
    if (!words.contains("check")) {
      command.addAll(List.of("-D", images.toString(), "-v1", "-o", "criu.log"));
    }
    Process process =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      Path log = images.resolve("criu.log");
      String said = Files.exists(log) ? Files.readString(log) : "nothing";
      throw new IllegalStateException(String.join(" ", command) + " fails and says " + said);
    }
  }
}
