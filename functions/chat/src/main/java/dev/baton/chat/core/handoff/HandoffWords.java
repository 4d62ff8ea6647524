package dev.baton.chat.core.handoff;

import java.time.Duration;

/** The sentences in which handoffs say what was done. */
public final class HandoffWords {
  private HandoffWords() {}

  /** What is said of a new session. */
  public static String made(String roomId, Duration expiry) {
    return "Session created for room " + roomId + ". Connect within " + words(expiry) + ".";
  }

  /** What is said of a fresh token of a session that nobody has connected to yet. */
  public static String reissued(String roomId, Duration expiry) {
    return "New token issued for the same session of room "
        + roomId
        + ". Connect within "
        + words(expiry)
        + ".";
  }

  /** What is said of a fresh token of a session that goes on. */
  public static String renewed(long missed) {
    String first = "New token issued for the same session. ";
    if (missed == 0) {
      return first + "No message was missed.";
    }
    return missed == 1
        ? first + "One message was missed and will be sent first."
        : first + missed + " messages were missed and will be sent first.";
  }

  private static String words(Duration expiry) {
    long seconds = expiry.toSeconds();
    return seconds % 60 == 0 ? count(seconds / 60, "minute") : count(seconds, "second");
  }

  private static String count(long number, String unit) {
    return number == 1 ? number + " " + unit : number + " " + unit + "s";
  }
}
