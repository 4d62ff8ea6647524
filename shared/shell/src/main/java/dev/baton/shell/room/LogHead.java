package dev.baton.shell.room;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of a resource's log; a resource without one does not exist.
 *
 * @param seq the last number; 0 when nothing was appended
 * @param lastAt when the last item was appended, milliseconds since 1970
 * @param allowed the owners who may enter; null for everybody
 */
public record LogHead(long seq, long lastAt, @Nullable List<String> allowed) {

  /** Whether an owner may enter. */
  public boolean admits(String owner) {
    return allowed == null || allowed.contains(owner);
  }
}
