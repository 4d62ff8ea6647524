package dev.baton.survey.core.entry;

/**
 * FarmHash's stable 32-bit fingerprint. Source: google/farmhash, {@code farmhashmk::Hash32}, which
 * is what {@code Fingerprint32} is.
 */
final class Fingerprint32 {
  private static final int C1 = 0xcc9e2d51;
  private static final int C2 = 0x1b873593;
  private static final int STEP = 0xe6546b64;
  private static final int BLOCK = 20;

  private Fingerprint32() {}

  /** The fingerprint as an unsigned number. */
  static long of(byte[] bytes) {
    int length = bytes.length;
    int hash;
    if (length <= 4) {
      hash = upTo4(bytes);
    } else if (length <= 12) {
      hash = upTo12(bytes);
    } else {
      hash = length <= 24 ? upTo24(bytes) : longer(bytes);
    }
    return Integer.toUnsignedLong(hash);
  }

  private static int upTo4(byte[] bytes) {
    int b = 0;
    int c = 9;
    for (byte value : bytes) {
      b = b * C1 + value;
      c ^= b;
    }
    return finish(mix(b, mix(bytes.length, c)));
  }

  private static int upTo12(byte[] bytes) {
    int length = bytes.length;
    int b = length * 5;
    int a = length + fetch(bytes, 0);
    int d = b;
    b += fetch(bytes, length - 4);
    int c = 9 + fetch(bytes, (length >> 1) & 4);
    return finish(mix(c, mix(b, mix(a, d))));
  }

  private static int upTo24(byte[] bytes) {
    int length = bytes.length;
    int a = fetch(bytes, (length >> 1) - 4);
    int b = fetch(bytes, 4);
    int c = fetch(bytes, length - 8);
    int d = fetch(bytes, length >> 1);
    int e = fetch(bytes, 0);
    int f = fetch(bytes, length - 4);
    int hash = d * C1 + length;
    a = Integer.rotateRight(a, 12) + f;
    hash = mix(c, hash) + a;
    a = Integer.rotateRight(a, 3) + c;
    hash = mix(e, hash) + a;
    a = Integer.rotateRight(a + f, 12) + d;
    return finish(mix(b, hash) + a);
  }

  private static int longer(byte[] bytes) {
    int length = bytes.length;
    int h = length;
    int g = C1 * length;
    int f = g;
    h = step(step(h ^ tail(bytes, 4)) ^ tail(bytes, 16));
    g = step(step(g ^ tail(bytes, 8)) ^ tail(bytes, 12));
    f = Integer.rotateRight(f + tail(bytes, 20), 19) + 113;
    int blocks = (length - 1) / BLOCK;
    for (int block = 0; block < blocks; block++) {
      int at = block * BLOCK;
      int a = fetch(bytes, at);
      int b = fetch(bytes, at + 4);
      int c = fetch(bytes, at + 8);
      int d = fetch(bytes, at + 12);
      int e = fetch(bytes, at + 16);
      h = mix(d, h + a) + e;
      g = mix(c, g + b) + a;
      f = mix(b + e * C1, f + c) + d;
      f += g;
      g += f;
    }
    return join(h, scatter(g), scatter(f));
  }

  private static int join(int h, int g, int f) {
    int hash = Integer.rotateRight(step(h + g), 17) * C1;
    return Integer.rotateRight(step(hash + f), 17) * C1;
  }

  private static int scatter(int value) {
    return Integer.rotateRight(Integer.rotateRight(value, 11) * C1, 17) * C1;
  }

  private static int tail(byte[] bytes, int fromEnd) {
    return Integer.rotateRight(fetch(bytes, bytes.length - fromEnd) * C1, 17) * C2;
  }

  private static int step(int hash) {
    return Integer.rotateRight(hash, 19) * 5 + STEP;
  }

  private static int mix(int value, int hash) {
    return step(hash ^ Integer.rotateRight(value * C1, 17) * C2);
  }

  private static int finish(int hash) {
    int value = (hash ^ hash >>> 16) * 0x85ebca6b;
    value = (value ^ value >>> 13) * 0xc2b2ae35;
    return value ^ value >>> 16;
  }

  /** Four bytes, the lowest first. */
  private static int fetch(byte[] bytes, int at) {
    return (bytes[at] & 0xff)
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | (bytes[at + 3] & 0xff) << 24;
  }
}
