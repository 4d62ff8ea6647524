package dev.baton.survey.graph;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import dev.baton.survey.core.participant.effect.FaultClass;
import dev.baton.survey.core.participant.effect.GraphAnswer;
import dev.baton.survey.core.participant.effect.GraphFault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Calls the Graph API over HTTP/1.1. Never repeats a call by itself. Thread-safe. Source: survey
 * spec §3.1, §3.4.
 */
public final class GraphClient {
  private static final String MESSAGES = "me/messages";
  private static final String PASS = "me/pass_thread_control";
  private static final String TAKE = "me/take_thread_control";
  private static final int DEEPEST_ANSWER = 50;
  private static final long LARGEST_ANSWER = 1 << 20;
  private static final int SUCCESS_CLASS = 2;
  private static final int STATUS_CLASS = 100;

  private final GraphSettings settings;
  private final PageTokens tokens;
  private final FreshConnections connections;
  private final RetryAfter retryAfter;
  private final JsonReader reader = JsonReader.keepingDuplicates(DEEPEST_ANSWER);

  /** A client; it opens its first connection at the first call. */
  public GraphClient(GraphSettings settings, PageTokens tokens, InstantSource clock) {
    this.settings = settings;
    this.tokens = tokens;
    this.connections = new FreshConnections(clock);
    this.retryAfter = new RetryAfter(clock);
  }

  /** Sends a message: {@code POST /me/messages}. */
  public GraphResult send(String pageId, JsonObject body, Duration longest) {
    return post(MESSAGES, pageId, body, longest);
  }

  /** Passes thread control: {@code POST /me/pass_thread_control}. */
  public GraphResult passThread(String pageId, JsonObject body, Duration longest) {
    return post(PASS, pageId, body, longest);
  }

  /** Takes thread control: {@code POST /me/take_thread_control}. */
  public GraphResult takeThread(String pageId, JsonObject body, Duration longest) {
    return post(TAKE, pageId, body, longest);
  }

  private GraphResult post(String path, String pageId, JsonObject body, Duration longest) {
    String token = tokens.of(pageId);
    if (token == null) {
      return refused(FaultClass.NEVER, "No page access token for page " + pageId + ".");
    }
    Duration timeout = settings.timeout().compareTo(longest) < 0 ? settings.timeout() : longest;
    HttpRequest request =
        HttpRequest.newBuilder(settings.edge(path))
            .timeout(timeout)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.write()))
            .build();
    return perform(request);
  }

  private GraphResult perform(HttpRequest request) {
    try {
      HttpClient client = connections.client();
      return read(
          client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER)));
    } catch (ConnectException | HttpConnectTimeoutException unwritten) {
      // The request cannot have been written on a connection that never opened.
      return refused(FaultClass.NOW, "Connection failed: " + unwritten.getClass().getSimpleName());
    } catch (IOException unclear) {
      return new GraphResult.Unclear(unclear.getClass().getSimpleName());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new GraphResult.Unclear("interrupted");
    }
  }

  private GraphResult read(HttpResponse<byte[]> response) {
    var body = reader.read(response.body()).orNull();
    int status = response.statusCode();
    boolean readable = body instanceof JsonObject;
    if (!readable && status / STATUS_CLASS == SUCCESS_CLASS) {
      return new GraphResult.Unclear("unreadable answer with status " + status);
    }
    @Nullable GraphFault fault =
        GraphAnswer.fault(status, body, retryAfter.millis(response.headers()));
    return fault == null ? new GraphResult.Done() : new GraphResult.Refused(fault);
  }

  private static GraphResult refused(FaultClass faultClass, String message) {
    return new GraphResult.Refused(new GraphFault(faultClass, null, null, message, null));
  }
}
