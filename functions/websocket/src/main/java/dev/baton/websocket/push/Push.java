package dev.baton.websocket.push;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.dynamo.StreamImage;
import dev.baton.shell.lambda.StreamBatch;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.log.Log;
import dev.baton.shell.room.LogEntry;
import dev.baton.shell.room.LogItems;
import dev.baton.shell.room.RoomPush;
import dev.baton.shell.session.DynamoSessionStore;
import dev.baton.shell.session.SessionChange;
import dev.baton.shell.session.Sessions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Handles one batch of the stream. Records of one item, and entries of one log, are handled in
 * their order; all else at once. What fails is repeated from the first record that failed: frames
 * may come twice then, and clients drop what they have by its number.
 */
final class Push {
  private final DynamoSessionStore store;
  private final Effects effects;
  private final RoomPush rooms;
  private final Log log;

  Push(DynamoSessionStore store, Effects effects, RoomPush rooms, Log log) {
    this.store = store;
    this.effects = effects;
    this.rooms = rooms;
    this.log = log;
  }

  static Push of(LiveWiring live) {
    Sessions sessions = live.sessions();
    RoomPush rooms = live.rooms(sessions);
    Log log = live.surroundings().log();
    return new Push(live.sessionStore(), Effects.of(live, sessions, rooms), rooms, log);
  }

  JsonObject handle(StreamBatch batch) {
    Map<String, List<JsonObject>> lanes = new LinkedHashMap<>();
    for (JsonObject one : batch.records()) {
      StreamImage image = StreamImage.of(one);
      String lane = image == null ? null : image.text("pk");
      if (lane != null) {
        lanes.computeIfAbsent(lane, pk -> new ArrayList<>()).add(one);
      }
    }
    List<@Nullable JsonObject> failures = inParallel(List.copyOf(lanes.values()));
    return StreamBatch.answer(first(batch, failures));
  }

  private List<@Nullable JsonObject> inParallel(List<List<JsonObject>> lanes) {
    if (lanes.size() == 1) {
      List<@Nullable JsonObject> only = new ArrayList<>();
      only.add(failed(lanes.getFirst()));
      return only;
    }
    List<Future<@Nullable JsonObject>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      lanes.forEach(lane -> running.add(threads.submit(() -> failed(lane))));
    }
    List<@Nullable JsonObject> failures = new ArrayList<>();
    running.forEach(lane -> failures.add(lane.resultNow()));
    return failures;
  }

  private static @Nullable JsonObject first(
      StreamBatch batch, List<@Nullable JsonObject> failures) {
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
      int done = handle(lane, index);
      if (done == 0) {
        return lane.get(index);
      }
      index += done;
    }
    return null;
  }

  /** Handles one session, or a run of entries; how many records that were, 0 for a failure. */
  private int handle(List<JsonObject> lane, int index) {
    try {
      SessionChange change = change(lane.get(index));
      if (change != null) {
        effects.perform(change);
        return 1;
      }
      List<LogEntry> entries = entriesFrom(lane, index);
      if (!entries.isEmpty()) {
        rooms.push(entries.getFirst().resource(), entries.stream().map(LogEntry::frame).toList());
      }
      return Math.max(1, entries.size());
    } catch (RuntimeException fault) {
      StreamImage image = StreamImage.of(lane.get(index));
      log.error("push_failed", Map.of("item", image == null ? "" : lane(image)), fault);
      return 0;
    }
  }

  private @Nullable SessionChange change(JsonObject one) {
    StreamImage image = StreamImage.of(one);
    return image == null ? null : SessionChange.of(image, store);
  }

  private static List<LogEntry> entriesFrom(List<JsonObject> lane, int index) {
    List<LogEntry> entries = new ArrayList<>();
    for (JsonObject one : lane.subList(index, lane.size())) {
      StreamImage image = StreamImage.of(one);
      LogEntry entry = image == null ? null : LogItems.of(image);
      if (entry == null) {
        break;
      }
      entries.add(entry);
    }
    return entries;
  }

  private static String lane(StreamImage image) {
    return image.text("pk") + " " + image.text("sk");
  }
}
