package dev.baton.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Ports for processes that must be told one. They lie below those that the system gives to clients,
 * so nobody gets one by chance before the process listens, or between its end and its next start.
 */
public final class FreePorts {
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 30_000;

  private FreePorts() {}

  /** One port that nobody has. */
  public static int one() {
    return first(1);
  }

  /** The port of a local stack, which asks for some of the ten behind it too. */
  public static int ofStack() {
    return first(11);
  }

  private static int first(int count) {
    SplittableRandom random = new SplittableRandom();
    int first = random.nextInt(LOWEST, HIGHEST);
    while (!IntStream.range(first, first + count).allMatch(FreePorts::isFree)) {
      first = random.nextInt(LOWEST, HIGHEST);
    }
    return first;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
