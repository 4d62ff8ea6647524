package dev.baton.agent.stream;

import dev.baton.agent.core.frame.StreamProtocol;
import dev.baton.agent.core.position.Asked;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request for a stream whose every part has its form.
 *
 * @param sessionId the session
 * @param runId the run; null when the request names none
 * @param protocol what its viewer speaks
 * @param asked where its viewer is
 * @param positioned whether it says where its viewer is, be it of use to the protocol or not
 * @param answered the ids of approvals that this very request answered, usually none
 * @param credentials what it presents
 * @param deadline when the invocation ends, milliseconds since 1970; null when nobody said so
 */
record StreamRequest(
    String sessionId,
    @Nullable String runId,
    StreamProtocol protocol,
    Asked asked,
    boolean positioned,
    Set<String> answered,
    Credentials credentials,
    @Nullable Long deadline) {

  /**
   * What a request presents. Nobody has looked at it.
   *
   * @param cookie the value of the session's cookie, or null
   * @param authorization the whole header, or null
   * @param ticket the parameter, or null
   * @param origin the page's origin, or null
   * @param host the host that the request was sent to, or null
   * @param browser whether a browser says that it sends it
   */
  record Credentials(
      @Nullable String cookie,
      @Nullable String authorization,
      @Nullable String ticket,
      @Nullable String origin,
      @Nullable String host,
      boolean browser) {

    @Override
    public String toString() {
      return "Credentials[]";
    }
  }
}
