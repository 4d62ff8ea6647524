package dev.baton.websocket.push;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.dynamo.StreamImage;
import dev.baton.shell.lambda.StreamBatch;
import dev.baton.shell.lambda.StreamLanes;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.log.Log;
import dev.baton.shell.room.LogEntry;
import dev.baton.shell.room.LogItems;
import dev.baton.shell.room.RoomPush;
import dev.baton.shell.session.DynamoSessionStore;
import dev.baton.shell.session.SessionChange;
import dev.baton.shell.session.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    return StreamLanes.handle(batch, this::handle);
  }

  /** Handles one session, or a run of entries; how many records that were, 0 for a failure. */
  private int handle(List<JsonObject> lane) {
    try {
      SessionChange change = change(lane.getFirst());
      if (change != null) {
        effects.perform(change);
        return 1;
      }
      List<LogEntry> entries = entriesFrom(lane);
      if (!entries.isEmpty()) {
        rooms.push(entries.getFirst().resource(), entries.stream().map(LogEntry::frame).toList());
      }
      return Math.max(1, entries.size());
    } catch (RuntimeException fault) {
      StreamImage image = StreamImage.of(lane.getFirst());
      log.error("push_failed", Map.of("item", image == null ? "" : lane(image)), fault);
      return 0;
    }
  }

  private @Nullable SessionChange change(JsonObject one) {
    StreamImage image = StreamImage.of(one);
    return image == null ? null : SessionChange.of(image, store);
  }

  private static List<LogEntry> entriesFrom(List<JsonObject> lane) {
    List<LogEntry> entries = new ArrayList<>();
    for (JsonObject one : lane) {
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
