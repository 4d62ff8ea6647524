package dev.baton.agent.begin;

import dev.baton.shell.command.Call;
import org.jspecify.annotations.Nullable;

/**
 * Under which id a request counts once: the caller's own, or else that of the repetition of its
 * call, so that a repeated call finds its run also when the first try ended before it told.
 */
public final class RequestIds {
  /** The id of the request that makes a session; there is one in each. */
  public static final String START = "start";

  private RequestIds() {}

  /** The id, or null when the caller gave none. */
  public static @Nullable String of(@Nullable String clientRequestId, Call call) {
    if (clientRequestId != null) {
      return ofClient(clientRequestId);
    }
    String key = call.repeatKey();
    return key == null ? null : "key-" + key;
  }

  /** The id of a caller who gave one, by command or by frame alike. */
  public static String ofClient(String clientRequestId) {
    return "client-" + clientRequestId;
  }
}
