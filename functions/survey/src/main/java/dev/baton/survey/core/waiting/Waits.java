package dev.baton.survey.core.waiting;

import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.text.JsonTemplate;

/** Compiles waits. Source: survey specification §5.1, §5.2. */
public final class Waits {
  /** Leaves of a wait at most. */
  public static final int LEAVES = 32;

  /** Depth of a wait at most; a leaf alone has depth 1. */
  public static final int DEPTH = 10;

  private Waits() {}

  /**
   * Compiles a wait. Problems: {@code wait-bad-duration}, {@code wait-bad-operator}, {@code
   * wait-unknown-type}, {@code wait-empty}, {@code wait-too-big}. Members that are no part of the
   * grammar are passed over.
   */
  public static Parsed<Wait> parse(JsonTemplate wait, TimeRules rules, Location location) {
    return new WaitParser(rules, location).parse(wait);
  }
}
