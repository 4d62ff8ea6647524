package dev.baton.shell.lambda;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.dynamo.StreamImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A batch of stream records as lanes: records of one partition are handled in their order, those of
 * different partitions at once. What fails is repeated from the first record that failed.
 */
public final class StreamLanes {
  private final StreamBatch batch;
  private final Step step;

  private StreamLanes(StreamBatch batch, Step step) {
    this.batch = batch;
    this.step = step;
  }

  /** What is done with a lane. */
  @FunctionalInterface
  public interface Step {
    /**
     * Handles some records.
     *
     * @param lane the records of one partition that are left, in order, at least one
     * @return how many of them were handled, from the first one on; 0 when it failed
     */
    int handle(List<JsonObject> lane);
  }

  /** Handles a batch; the answer for Lambda. Records of items that are gone are passed over. */
  public static JsonObject handle(StreamBatch batch, Step step) {
    return new StreamLanes(batch, step).answer();
  }

  private JsonObject answer() {
    Map<String, List<JsonObject>> lanes = new LinkedHashMap<>();
    for (JsonObject one : batch.records()) {
      StreamImage image = StreamImage.of(one);
      String lane = image == null ? null : image.text("pk");
      if (lane != null) {
        lanes.computeIfAbsent(lane, pk -> new ArrayList<>()).add(one);
      }
    }
    return StreamBatch.answer(first(inParallel(List.copyOf(lanes.values()))));
  }

  private List<@Nullable JsonObject> inParallel(List<List<JsonObject>> lanes) {
    List<@Nullable JsonObject> failures = new ArrayList<>();
    if (lanes.size() == 1) {
      failures.add(failed(lanes.getFirst()));
      return failures;
    }
    List<Future<@Nullable JsonObject>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      lanes.forEach(lane -> running.add(threads.submit(() -> failed(lane))));
    }
    running.forEach(lane -> failures.add(lane.resultNow()));
    return failures;
  }

  private @Nullable JsonObject first(List<@Nullable JsonObject> failures) {
    for (JsonObject one : batch.records()) {
      if (failures.contains(one)) {
        return one;
      }
    }
    return null;
  }

  /** Handles a lane; the record from which it has to be repeated, or null. */
  private @Nullable JsonObject failed(List<JsonObject> lane) {
    for (int index = 0; index < lane.size(); ) {
      int done = step.handle(lane.subList(index, lane.size()));
      if (done == 0) {
        return lane.get(index);
      }
      index += done;
    }
    return null;
  }
}
