package dev.baton.local.runtime;

import java.io.IOException;
import java.io.InputStream;

/** Takes what becomes of one invocation, on threads of the {@link RuntimeApi}. */
public interface Receiver {

  /** A runtime has fetched the event; the function's time runs from now on. */
  default void fetched() {}

  /**
   * The function answers.
   *
   * @param mode {@code streaming}, or empty when the answer was whole before it was sent
   * @param body to be read to its end; pieces come as they are sent
   */
  void answered(String mode, InputStream body) throws IOException;

  /**
   * The function failed.
   *
   * @param error what the runtime says of it: JSON with {@code errorMessage} and {@code errorType}
   */
  void failed(byte[] error);
}
