package dev.baton.local.graph.time;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Luck that repeats with its seed. Safe for use by many threads. */
public final class Chance {

  private Random random;

  public Chance(long seed) {
    this.random = new Random(seed);
  }

  /** Begins anew with this seed. */
  public synchronized void reseed(long seed) {
    random = new Random(seed);
  }

  /** True with this probability; 0 is never and takes no luck, 1 is always. */
  public synchronized boolean happens(double probability) {
    return probability > 0 && random.nextDouble() < probability;
  }

  /** One of 0 … bound − 1. */
  public synchronized int below(int bound) {
    return random.nextInt(bound);
  }

  public synchronized void shuffle(List<?> list) {
    Collections.shuffle(list, random);
  }
}
