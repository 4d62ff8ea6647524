package dev.baton.survey.core.waiting;

/** The result of arming a wait. Source: survey specification §5.2, §5.3. */
public sealed interface Arming {

  /**
   * The wait is armed.
   *
   * @param armed the armed wait
   * @param missing how many placeholders had no value
   */
  record Armed(ArmedWait armed, int missing) implements Arming {}

  /**
   * A time written with a placeholder does not read, and there is no guard to take its place.
   *
   * @param text what it became
   */
  record Unreadable(String text) implements Arming {}
}
