package dev.baton.agent.core.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls of a turn whose arguments are under way, in order. */
final class StreamedCalls {
  private final Map<String, StreamedCall> byId = new LinkedHashMap<>();

  /**
   * A call.
   *
   * @param id its id
   * @param name its tool
   * @param arguments the text of its arguments so far
   */
  record StreamedCall(String id, String name, StringBuilder arguments) {}

  /** Adds a piece of arguments; whether it is the first of its call. */
  boolean add(String id, String name, String partial) {
    boolean first = !byId.containsKey(id);
    byId.computeIfAbsent(id, call -> new StreamedCall(call, name, new StringBuilder()))
        .arguments
        .append(partial);
    return first;
  }

  /** The text of the arguments of a call that is complete now; empty when none was streamed. */
  String complete(String id) {
    StreamedCall call = byId.remove(id);
    return call == null ? "" : call.arguments.toString();
  }

  /** The calls that will never be complete; they are forgotten. */
  List<StreamedCall> takeCut() {
    List<StreamedCall> cut = List.copyOf(byId.values());
    byId.clear();
    return cut;
  }
}
