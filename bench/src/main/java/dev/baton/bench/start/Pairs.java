package dev.baton.bench.start;

import dev.baton.bench.figure.Spread;
import dev.baton.bench.start.Starter.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Starts of a function and of a hello, in turn, so that both see the same machine.
 *
 * @param hellos the starts of the hello
 * @param functions the starts of the function
 */
record Pairs(List<Start> hellos, List<Start> functions) {
  private static final double NANOS = 1_000_000.0;

  /** How a function is started. */
  interface Starting {

    /** Starts it once. */
    Start start() throws Exception;
  }

  /**
   * Starts both in turn.
   *
   * @param warmUp pairs that do not count
   * @param pairs pairs that count
   */
  static Pairs of(int warmUp, int pairs, Starting hello, Starting function) throws Exception {
    List<Start> hellos = new ArrayList<>();
    List<Start> functions = new ArrayList<>();
    for (int pair = 0; pair < warmUp + pairs; pair++) {
      hellos.add(hello.start());
      functions.add(function.start());
    }
    hellos.subList(0, warmUp).clear();
    functions.subList(0, warmUp).clear();
    return new Pairs(hellos, functions);
  }

  /** The median of the function's time over that of the hello. */
  double ratio() {
    return ratio(Start::wall);
  }

  /** The same of processor time. */
  double processorRatio() {
    return ratio(Start::processor);
  }

  /** Medians in milliseconds: hello, function, and processor time of both. */
  String medians() {
    return "%.0f | %.0f | %.0f | %.0f"
        .formatted(
            median(hellos, Start::wall) / NANOS,
            median(functions, Start::wall) / NANOS,
            median(hellos, Start::processor) / NANOS,
            median(functions, Start::processor) / NANOS);
  }

  private double ratio(ToLongFunction<Start> figure) {
    return (double) median(functions, figure) / median(hellos, figure);
  }

  private static long median(List<Start> starts, ToLongFunction<Start> figure) {
    return Spread.of(starts.stream().mapToLong(figure).toArray()).median();
  }
}
