package dev.baton.agent.stream;

import dev.baton.agent.core.access.Pass;
import dev.baton.core.result.Refused;
import org.jspecify.annotations.Nullable;

/** What the credentials of a request are good for. */
sealed interface Admission {

  /**
   * They open streams of the session.
   *
   * @param ticket the ticket that decided; null when something else did
   */
  record Admitted(@Nullable HeldTicket ticket, boolean byCookie) implements Admission {}

  /** They do not. */
  record Rejected(Refused refused) implements Admission {}

  /**
   * A ticket and its secret.
   *
   * @param resumes whether it was used before
   */
  record HeldTicket(Pass pass, String secret, boolean resumes) {

    @Override
    public String toString() {
      return "HeldTicket[]";
    }
  }
}
