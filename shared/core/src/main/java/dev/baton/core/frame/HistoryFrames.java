package dev.baton.core.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a long history into frames that API Gateway carries. Source: specification, 6.5. */
public final class HistoryFrames {
  /** No frame is longer, in bytes. API Gateway's own limit is 32 KB. */
  public static final int LONGEST_FRAME = 30 * 1024;

  private static final int ENVELOPE = 512;

  private HistoryFrames() {}

  /**
   * The frames of a history, at least one. All but the last say that there is more, and each names
   * its own last item.
   */
  public static List<ServerFrame.History> of(ServerFrame.History whole) {
    List<ServerFrame.History> frames = new ArrayList<>();
    List<Json> part = new ArrayList<>();
    int size = ENVELOPE;
    for (Json message : whole.messages()) {
      int length = message.write().getBytes(UTF_8).length + 1;
      if (!part.isEmpty() && size + length > LONGEST_FRAME) {
        frames.add(part(whole, part));
        part = new ArrayList<>();
        size = ENVELOPE;
      }
      part.add(message);
      size += length;
    }
    frames.add(
        new ServerFrame.History(
            whole.place(),
            part,
            whole.hasMore(),
            whole.lastMessageId(),
            whole.lastSeq(),
            whole.ref()));
    return frames;
  }

  private static ServerFrame.History part(ServerFrame.History whole, List<Json> part) {
    return new ServerFrame.History(
        whole.place(), part, true, id(part.getLast()), whole.lastSeq(), whole.ref());
  }

  private static @Nullable String id(Json message) {
    return message instanceof JsonObject object ? object.text("id") : null;
  }
}
