package dev.baton.local.lambda;

import java.time.Duration;

/** How the code of one function is run. Called by many threads at a time. */
@FunctionalInterface
public interface Invoker {

  /**
   * Runs the function on one event and waits for its end, which its timeout may bring. An
   * interrupted thread gets a result that says so, and stays interrupted.
   *
   * @param qualifier the version or alias that is called, empty for none
   */
  InvocationResult invoke(byte[] payload, String requestId, String qualifier);

  /**
   * Tells all calls under way that the stack stops, and waits for their ends. Processes are not
   * told, as on Lambda.
   *
   * @param longest how long it waits for each
   */
  default void interrupt(Duration longest) throws InterruptedException {}
}
