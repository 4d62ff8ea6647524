package dev.baton.survey.core.participant;

import java.util.Arrays;
import java.util.Base64;

/**
 * The last 64 event keys, 8 bytes each, so that an event delivered again is known. Immutable. Two
 * different keys share their 8 bytes once in 10¹⁷ comparisons. Source: survey spec §1.1 and §2.3.
 */
public final class SeenRing {
  /** No event yet. */
  public static final SeenRing EMPTY = new SeenRing(new long[0], "");

  private static final int SIZE = 64;
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final long[] hashes;
  // A ring is written more often than it changes: every delivery writes it as it found it.
  private final String text;

  private SeenRing(long[] hashes, String text) {
    this.hashes = hashes;
    this.text = text;
  }

  /** Whether the key is among the last ones. */
  public boolean holds(String key) {
    long wanted = hash(key);
    for (long hash : hashes) {
      if (hash == wanted) {
        return true;
      }
    }
    return false;
  }

  /** The ring with this key as its newest; when it is full the oldest goes. */
  public SeenRing with(String key) {
    int kept = Math.min(hashes.length, SIZE - 1);
    long[] next = Arrays.copyOfRange(hashes, hashes.length - kept, hashes.length + 1);
    next[kept] = hash(key);
    return new SeenRing(next, text(next));
  }

  /** The ring as text for the participant item. */
  public String encode() {
    return text;
  }

  /** The ring that {@link #encode} wrote. */
  public static SeenRing decode(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    long[] hashes = new long[bytes.length / Long.BYTES];
    for (int index = 0; index < bytes.length; index++) {
      hashes[index / Long.BYTES] |= (bytes[index] & 0xffL) << (Byte.SIZE * (index % Long.BYTES));
    }
    return new SeenRing(hashes, text);
  }

  private static String text(long[] hashes) {
    byte[] bytes = new byte[hashes.length * Long.BYTES];
    int index = 0;
    for (long hash : hashes) {
      for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
        bytes[index++] = (byte) (hash >>> shift);
      }
    }
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  /** FNV-1a over the characters, then mixed so that neighbouring keys differ in every byte. */
  private static long hash(String key) {
    long hash = OFFSET;
    for (int index = 0; index < key.length(); index++) {
      hash = (hash ^ key.charAt(index)) * PRIME;
    }
    hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return hash ^ (hash >>> 32);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SeenRing ring && Arrays.equals(hashes, ring.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return "SeenRing[" + hashes.length + " keys]";
  }
}
