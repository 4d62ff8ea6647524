package dev.baton.local.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How Lambda readies a process of a function: its runtime and the SDK are told by variables, and
 * the JVM by flags.
 */
public enum Initialization {
  /** When a call finds no process. */
  ON_DEMAND("on-demand", List.of("-XX:TieredStopAtLevel=1")),

  /**
   * Ahead of all calls: the process is kept as a snapshot as soon as it asks to be restored. It has
   * all compilers, and credentials by address: keys would be too old when it is restored.
   */
  SNAP_START("snap-start", List.of());

  private final String type;
  private final List<String> flags;

  Initialization(String type, List<String> flags) {
    this.type = type;
    this.flags = flags;
  }

  /** Flags of {@code java25} beside those that every process has. */
  List<String> flags() {
    return flags;
  }

  /**
   * The variables that say how the process is started, and what only a process on demand is told:
   * its keys and its log.
   */
  Map<String, String> variables(String function) {
    Map<String, String> variables = new HashMap<>();
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", type);
    if (this == ON_DEMAND) {
      variables.put("AWS_ACCESS_KEY_ID", "local");
      variables.put("AWS_SECRET_ACCESS_KEY", "local");
      variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function);
      variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
    }
    return variables;
  }
}
