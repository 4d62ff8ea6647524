package dev.baton.local.graph.fault;

import org.jspecify.annotations.Nullable;

/**
 * Which calls a rule counts; null is any.
 *
 * @param endpoint such as {@code messages} or {@code pass_thread_control}
 * @param userId recipient of the call
 * @param containing a text that the body of the call contains
 */
public record FaultFilter(
    @Nullable String endpoint, @Nullable String userId, @Nullable String containing) {

  boolean matches(FaultFilter.Call call) {
    return (endpoint == null || endpoint.equals(call.endpoint()))
        && (userId == null || userId.equals(call.userId()))
        && (containing == null || call.body().contains(containing));
  }

  /** What a rule sees of a Graph call. */
  public record Call(String endpoint, String userId, String body) {}
}
