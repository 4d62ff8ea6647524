package dev.baton.agent.work.turn;

import java.security.SecureRandom;
import java.util.Base64;

/** Ids of approvals that nobody can guess: {@code apr_} and 22 characters base64url. */
final class ApprovalId {
  private static final int BYTES = 16;

  private ApprovalId() {}

  static String next() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return "apr_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
