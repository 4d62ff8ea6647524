package dev.baton.local.isolation;

import dev.baton.local.lambda.InvocationResult;
import dev.baton.local.runtime.Receiver;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

/** One invocation of a process, as the runtime sees it. */
final class Call implements Receiver {
  private final CompletableFuture<Void> begun = new CompletableFuture<>();
  private final CompletableFuture<InvocationResult> result = new CompletableFuture<>();

  /** Done when the function has its event. */
  CompletableFuture<Void> begun() {
    return begun;
  }

  /** What the function answered, or how it failed. */
  CompletableFuture<InvocationResult> result() {
    return result;
  }

  @Override
  public void fetched() {
    begun.complete(null);
  }

  @Override
  public void answered(String mode, InputStream body) throws IOException {
    result.complete(InvocationResult.returned(body.readAllBytes()));
  }

  @Override
  public void failed(byte[] error) {
    result.complete(InvocationResult.failed(error));
  }
}
