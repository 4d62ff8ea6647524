package dev.baton.bench.start;

import dev.baton.bench.start.Starter.Function;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the arguments of a measurement say: names of the only functions to measure, {@code accept}
 * to make what is found the baseline, and {@code criu=} with what takes snapshots.
 *
 * @param names the functions; none means all
 * @param accepted whether the baseline is written
 * @param program what takes snapshots
 */
record Chosen(List<String> names, boolean accepted, String program) {
  private static final Path BASELINE = Path.of("bench/cold-start.txt");
  private static final String ACCEPT = "accept";
  private static final String CRIU = "criu";

  /** As these arguments say. */
  static Chosen of(String[] arguments) {
    List<String> names = new ArrayList<>();
    boolean accepted = false;
    String program = CRIU;
    for (String argument : arguments) {
      if (argument.startsWith(CRIU + "=")) {
        program = argument.substring(CRIU.length() + 1);
      } else if (argument.equals(ACCEPT)) {
        accepted = true;
      } else {
        names.add(argument);
      }
    }
    return new Chosen(List.copyOf(names), accepted, program);
  }

  /** Whether a function is to be measured. */
  boolean has(Function function) {
    return names.isEmpty() || names.contains(function.name());
  }

  /**
   * Writes the baseline or compares with it.
   *
   * @throws IllegalStateException when a figure is worse by a fifth
   */
  void end(Map<String, Double> figures) throws IOException {
    if (accepted) {
      new Baseline(figures).write(BASELINE);
      return;
    }
    List<String> worse = Baseline.read(BASELINE).worse(figures);
    if (!worse.isEmpty()) {
      throw new IllegalStateException("Worse by a fifth: " + String.join("; ", worse));
    }
  }
}
