package dev.baton.shell.command;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Trace ids: the caller's own if it is well formed, else a new one. */
final class TraceIds {
  private TraceIds() {}

  static String of(@Nullable String asked) {
    return asked != null && asked.matches("[A-Za-z0-9._-]{1,64}")
        ? asked
        : "t-" + UUID.randomUUID();
  }
}
