package dev.baton.shell.room;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of a resource's log; a resource without one does not exist.
 *
 * @param seq the last number; 0 when nothing was appended
 * @param lastAt when the last item was appended, milliseconds since 1970
 * @param allowed the owners who may enter; null for everybody
 * @param host the owner who says so; null when there is none
 */
public record LogHead(
    long seq, long lastAt, @Nullable List<String> allowed, @Nullable String host) {

  /** A head of a resource that everybody may enter. */
  static LogHead open(long seq, long lastAt) {
    return new LogHead(seq, lastAt, null, null);
  }

  /** Whether an owner may enter. */
  public boolean admits(String owner) {
    return allowed == null || allowed.contains(owner);
  }
}
