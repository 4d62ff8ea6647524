package dev.baton.local.model.http;

import java.io.IOException;

/** There is nobody left to answer: the socket ended before the answer did. */
public final class ClientGoneException extends IOException {
  private static final long serialVersionUID = 1;

  ClientGoneException(Throwable cause) {
    super("The socket ended before the answer did.", cause);
  }
}
