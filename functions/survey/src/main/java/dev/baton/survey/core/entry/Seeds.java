package dev.baton.survey.core.entry;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The number that randomizes a form for a participant, and what is derived from it. Source: survey
 * specification §2.4.
 */
public final class Seeds {
  /** The hidden value that holds the seed; derived ones begin with it. */
  public static final String NAME = "seed";

  private static final String DERIVED = "seed_";
  private static final int DIGITS = 10;
  private static final int ROUNDS = 1000;

  private Seeds() {}

  /** The seed of a participant in a form, 0 … 2³² − 1. */
  public static long of(String shortcode, String userId) {
    return fingerprint32(shortcode + userId);
  }

  /** FarmHash Fingerprint32 of the text's UTF-8 bytes, 0 … 2³² − 1. */
  public static long fingerprint32(String text) {
    return Fingerprint32.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The value of {@code seed}, {@code seed_N} = seed mod N + 1 or {@code seed_N_k}, where the
   * decimal text of the seed is hashed k times first. Null for any other name, for N = 0 and for k
   * above 1,000.
   */
  public static @Nullable Long derived(String name, long seed) {
    if (name.equals(NAME)) {
      return seed;
    }
    if (!name.startsWith(DERIVED)) {
      return null;
    }
    int split = name.indexOf('_', DERIVED.length());
    long modulus = decimal(name, DERIVED.length(), split < 0 ? name.length() : split);
    long rounds = split < 0 ? 0 : decimal(name, split + 1, name.length());
    return modulus < 1 || rounds < 0 || rounds > ROUNDS ? null : hashed(seed, rounds) % modulus + 1;
  }

  private static long hashed(long seed, long rounds) {
    long value = seed;
    for (long round = 0; round < rounds; round++) {
      value = fingerprint32(Long.toString(value));
    }
    return value;
  }

  /** The decimal number between the two positions, or -1. */
  private static long decimal(String text, int from, int to) {
    if (from == to || to - from > DIGITS) {
      return -1;
    }
    long value = 0;
    for (int index = from; index < to; index++) {
      int digit = text.charAt(index) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
