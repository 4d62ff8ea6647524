package dev.baton.gateway.call;

import dev.baton.core.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * One call of a command.
 *
 * @param command the command, whose name is known
 * @param input its input as it was sent
 * @param traceId the id of this call
 * @param idempotencyKey the key under which the call is made once; null for none
 */
public record CommandCall(
    String command, Json input, String traceId, @Nullable String idempotencyKey) {
  private static final int LONGEST_TRACE_ID = 64;

  /** The id of the n-th call of a request: a suffix, within the longest id there may be. */
  public static String numbered(String traceId, int number) {
    String suffix = "." + number;
    int room = LONGEST_TRACE_ID - suffix.length();
    return (traceId.length() > room ? traceId.substring(0, room) : traceId) + suffix;
  }
}
