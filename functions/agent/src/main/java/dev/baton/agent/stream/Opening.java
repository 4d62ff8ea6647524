package dev.baton.agent.stream;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.core.result.Refused;
import org.jspecify.annotations.Nullable;

/** What becomes of a request, decided before the first byte. */
sealed interface Opening {

  /**
   * A stream.
   *
   * @param run the run that it tells; null while there is none
   * @param after the number behind which it begins
   * @param last the number of the log's last event
   * @param ticket the ticket that opened it, or null
   * @param byCookie whether a cookie opened it
   */
  record Ready(
      StreamRequest request,
      AgentSession session,
      @Nullable Run run,
      long after,
      long last,
      Admission.@Nullable HeldTicket ticket,
      boolean byCookie)
      implements Opening {}

  /**
   * There is nothing to tell.
   *
   * @param state where the run is, on the wire
   * @param last the number of the log's last event
   */
  record Empty(String state, long last) implements Opening {}

  /** It is refused. */
  record Refusal(Refused refused) implements Opening {}
}
