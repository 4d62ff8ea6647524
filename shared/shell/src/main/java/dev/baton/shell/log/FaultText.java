package dev.baton.shell.log;

import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * A fault as log fields: class, message cut to 500 characters, the first frames, and the same of
 * its first causes.
 */
final class FaultText {
  private static final int LONGEST_MESSAGE = 500;
  private static final int MOST_FRAMES = 30;
  private static final int MOST_CAUSES = 4;

  private FaultText() {}

  static JsonArray of(Throwable fault) {
    List<JsonObject> chain = new ArrayList<>();
    Throwable next = fault;
    while (next != null && chain.size() < MOST_CAUSES) {
      chain.add(one(next));
      next = next.getCause();
    }
    return new JsonArray(List.copyOf(chain));
  }

  private static JsonObject one(Throwable fault) {
    List<String> frames = new ArrayList<>();
    for (StackTraceElement frame : fault.getStackTrace()) {
      if (frames.size() < MOST_FRAMES) {
        frames.add(frame.toString());
      }
    }
    String message = String.valueOf(fault.getMessage());
    return JsonObject.builder()
        .put("class", fault.getClass().getName())
        .put("message", message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)))
        .put("frames", JsonArray.ofTexts(frames))
        .build();
  }
}
