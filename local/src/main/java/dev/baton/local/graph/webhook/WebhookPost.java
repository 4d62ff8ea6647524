package dev.baton.local.graph.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** One HTTP POST to the webhook. Safe for use by many threads. */
final class WebhookPost implements AutoCloseable {

  /** Few enough that the connections of one wave still stand for the next. */
  private static final int AT_ONCE = 128;

  private final Semaphore turns = new Semaphore(AT_ONCE);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  /** Posts and tells what came back; never throws. */
  Delivery.Attempt post(URI url, byte[] body, String signature, Duration timeout, long at) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("User-Agent", "facebookexternalua")
            .header(WebhookSignature.HEADER, signature)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    turns.acquireUninterruptibly();
    try {
      HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
      return new Delivery.Attempt(at, response.statusCode(), "");
    } catch (IOException problem) {
      return new Delivery.Attempt(at, 0, String.valueOf(problem));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Delivery.Attempt(at, 0, "interrupted");
    } finally {
      turns.release();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
