package dev.baton.survey.status;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.participant.RunningWait;
import dev.baton.survey.core.participant.Timer;
import dev.baton.survey.core.waiting.ArmedWait;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An armed wait for operators: the tree as its author wrote it, its leaves with their bits, and
 * when it ends by time.
 */
final class WaitView {
  private WaitView() {}

  static @Nullable JsonObject of(@Nullable RunningWait wait) {
    if (wait == null) {
      return null;
    }
    ArmedWait armed = wait.armed();
    JsonObject.Builder view =
        JsonObject.builder()
            .put("tree", armed.describe())
            .put("leaves", leaves(armed))
            .put("since", armed.since())
            .put("armed_at", armed.armedAt());
    Timer timer = wait.timer();
    if (timer != null) {
      view.put("due", timer.due()).put("round", timer.round());
    }
    return view.put("suspended", wait.suspended()).build();
  }

  private static JsonArray leaves(ArmedWait armed) {
    List<Json> leaves = new ArrayList<>();
    for (ArmedWait.Leaf leaf : armed.leaves()) {
      JsonObject.Builder view =
          JsonObject.builder()
              .put("path", leaf.path())
              .put("type", leaf.type())
              .put("set", leaf.set());
      Long deadline = leaf.deadline();
      leaves.add(deadline == null ? view.build() : view.put("deadline", deadline).build());
    }
    return new JsonArray(leaves);
  }
}
