package dev.baton.shell.room;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs of items that fit into one frame each: API Gateway ends a connection whose frame is larger
 * than 32 KB.
 */
public final class HistoryChunks {
  // What is left of 30 KB beside the frame's own members.
  private static final int ROOM = 29 * 1024;

  private HistoryChunks() {}

  /** The items in their order, cut where the next one would not fit; no chunk is empty. */
  public static List<List<LogEntry>> of(List<LogEntry> entries) {
    List<List<LogEntry>> chunks = new ArrayList<>();
    List<LogEntry> chunk = new ArrayList<>();
    int used = 0;
    for (LogEntry entry : entries) {
      int size = entry.body().write().getBytes(UTF_8).length + 1;
      if (!chunk.isEmpty() && used + size > ROOM) {
        chunks.add(List.copyOf(chunk));
        chunk.clear();
        used = 0;
      }
      chunk.add(entry);
      used += size;
    }
    if (!chunk.isEmpty()) {
      chunks.add(List.copyOf(chunk));
    }
    return chunks;
  }
}
