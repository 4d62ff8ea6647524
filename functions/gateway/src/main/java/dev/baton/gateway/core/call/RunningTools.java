package dev.baton.gateway.core.call;

import java.util.Set;

/** The commands that run other commands, and so never run each other. */
public final class RunningTools {
  /** Their names. */
  public static final Set<String> NAMES = Set.of("afd-call", "afd-batch", "afd-pipe");

  private RunningTools() {}
}
