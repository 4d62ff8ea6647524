package dev.baton.survey.core.text;

/**
 * Counts the placeholders that found no value while texts were rendered. Lives for one decision;
 * not thread-safe.
 */
public final class Missing {
  private int count;

  /** How many placeholders were empty so far. */
  public int count() {
    return count;
  }

  void add() {
    count++;
  }
}
