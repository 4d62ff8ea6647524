package dev.baton.bench.engine;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntSupplier;
import java.util.stream.DoubleStream;

/**
 * The same figures as {@link EngineBenchmark} in processor time of the thread instead of wall time,
 * so that they hold on a machine that others use as well.
 */
public final class EngineProcessorTime {
  private static final int ROUNDS = 15;
  private static final long WARM_UP_NANOS = 8_000_000_000L;

  private EngineProcessorTime() {}

  /** Prints one line per figure: minimum, median and maximum of {@value #ROUNDS} rounds. */
  public static void main(String[] arguments) {
    EngineBenchmark engine = new EngineBenchmark();
    PrintStream out = System.out;
    long[] transcript = rounds(engine::transcript, 200);
    print(
        out,
        "webhook events per processor second, 60-field transcript",
        Arrays.stream(transcript).mapToDouble(nanos -> 200e9 * EngineBenchmark.EVENTS / nanos));
    long[] turn = rounds(engine::turn, 200);
    print(
        out,
        "microseconds per turn",
        Arrays.stream(turn).mapToDouble(nanos -> nanos / 1e3 / 200 / (Transcript.FIELDS + 1)));
    long[] wait = rounds(engine::openWait, 1);
    print(
        out,
        "milliseconds for 10,000 signals on one open wait",
        Arrays.stream(wait).mapToDouble(nanos -> nanos / 1e6));
  }

  private static long[] rounds(IntSupplier work, int times) {
    long result = 0;
    long warm = cpu() + WARM_UP_NANOS;
    while (cpu() < warm) {
      result += work.getAsInt();
    }
    long[] nanos = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long begin = cpu();
      for (int time = 0; time < times; time++) {
        result += work.getAsInt();
      }
      nanos[round] = cpu() - begin;
    }
    if (result == 0) {
      throw new IllegalStateException("Nothing was written; the work was not done.");
    }
    return nanos;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(PrintStream out, String name, DoubleStream figures) {
    double[] sorted = figures.sorted().toArray();
    out.printf("%s: %.1f / %.1f / %.1f%n", name, sorted[0], sorted[ROUNDS / 2], sorted[ROUNDS - 1]);
  }
}
