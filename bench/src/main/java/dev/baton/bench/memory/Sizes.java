package dev.baton.bench.memory;

import java.util.List;

/**
 * What a size of memory makes of processor time. Lambda gives a whole processor at 1,769 MB and the
 * same share of one below; a function that works in one thread has nothing from more.
 *
 * <p>Source: AWS Lambda developer guide, "Configure Lambda function memory". Prices are AWS's list
 * prices of us-east-1; they are to be checked.
 */
final class Sizes {
  /** Sizes in megabytes. */
  static final List<Integer> ALL = List.of(256, 512, 1_024, 1_769, 2_048);

  private static final double WHOLE_PROCESSOR = 1_769.0;
  private static final double GIGABYTE = 1_024.0;
  private static final double ARM = 0.0000133334;
  private static final double X86 = 0.0000166667;
  private static final double MILLION = 1_000_000.0;
  private static final double SECOND = 1_000.0;

  private Sizes() {}

  /**
   * How long a call runs that waits for nobody.
   *
   * @param processor milliseconds of processor time
   */
  static double duration(int megabytes, double processor) {
    return processor / Math.min(1, megabytes / WHOLE_PROCESSOR);
  }

  /** Dollars of a million calls that run for so many milliseconds on arm64. */
  static double onArm(int megabytes, double duration) {
    return gigabyteSeconds(megabytes, duration) * ARM;
  }

  /** The same on x86. */
  static double onX86(int megabytes, double duration) {
    return gigabyteSeconds(megabytes, duration) * X86;
  }

  private static double gigabyteSeconds(int megabytes, double duration) {
    return MILLION * duration / SECOND * megabytes / GIGABYTE;
  }
}
