package dev.baton.survey.core.machine;

/**
 * How often random and repeating tests repeat: as often as they say, or {@code -Dbaton.effort}
 * percent of it.
 */
final class Effort {
  private static final int PERCENT = Integer.getInteger("baton.effort", 100);

  private Effort() {}

  static int of(int rounds) {
    return Math.max(1, rounds * PERCENT / 100);
  }
}
