package dev.baton.local.isolation;

import java.util.Map;

/**
 * How many processes functions may have.
 *
 * @param concurrency most processes of one function at a time; further calls wait for one
 * @param live how many processes are kept at most; beyond it, the longest idle are ended. Those at
 *     work may be more, because a function may wait for another
 */
public record Isolation(int concurrency, int live) {
  private static final String SWITCH = "BATON_ISOLATED";

  /** Whether an environment asks for it: {@code BATON_ISOLATED=true}. */
  public static boolean isAsked(Map<String, String> environment) {
    return Boolean.parseBoolean(environment.get(SWITCH));
  }

  /**
   * What an environment asks for: {@code BATON_ISOLATED_CONCURRENCY} and {@code
   * BATON_ISOLATED_LIVE}. With {@code BATON_INSTANCES=fresh} no process is used twice.
   */
  public static Isolation of(Map<String, String> environment) {
    boolean fresh = environment.getOrDefault("BATON_INSTANCES", "kept").equals("fresh");
    return new Isolation(
        number(environment, SWITCH + "_CONCURRENCY", 4, 1),
        fresh ? 0 : number(environment, SWITCH + "_LIVE", 16, 0));
  }

  private static int number(
      Map<String, String> environment, String name, int otherwise, int least) {
    String text = environment.getOrDefault(name, Integer.toString(otherwise));
    if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < least) {
      throw new IllegalArgumentException(
          name + " must be a number from " + least + " on, not '" + text + "'.");
    }
    return Integer.parseInt(text);
  }
}
