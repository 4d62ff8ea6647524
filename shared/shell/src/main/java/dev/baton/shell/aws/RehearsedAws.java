package dev.baton.shell.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.shell.rehearsal.Rehearsal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * AWS in a rehearsal: an account in which nothing is but secrets, and which accepts everything. It
 * answers inside the process. Before the first answer in the name of an address it asks that
 * address for {@code /}, without a signature, so that what a connection needs is loaded; how that
 * ends is of no matter, unless there is no end.
 */
final class RehearsedAws implements SdkHttpClient {
  private static final Duration GREETING = Duration.ofSeconds(1);
  private static final byte[] EMPTY = "{}".getBytes(UTF_8);

  /** Of every secret; sample webhooks are signed with it, and nothing else is. */
  private static final byte[] SECRET =
      "{\"SecretString\":\"{\\\"app_secrets\\\":[\\\"dev-app-secret\\\"]}\"}".getBytes(UTF_8);

  private final Rehearsal rehearsal;
  private final Set<String> greeted = ConcurrentHashMap.newKeySet();

  RehearsedAws(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        SdkHttpRequest sent = request.httpRequest();
        if (greeted.add(sent.host())) {
          greet(sent);
        }
        if (request.contentStreamProvider().isPresent()) {
          try (InputStream body = request.contentStreamProvider().get().newStream()) {
            body.readAllBytes();
          }
        }
        return answer(isOfSecret(sent) ? SECRET : EMPTY);
      }

      @Override
      public void abort() {
        // Nothing is under way.
      }
    };
  }

  private static boolean isOfSecret(SdkHttpRequest request) {
    return request.firstMatchingHeader("X-Amz-Target").orElse("").endsWith(".GetSecretValue");
  }

  private static HttpExecuteResponse answer(byte[] body) {
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpFullResponse.builder()
                .statusCode(200)
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .putHeader("Content-Length", Integer.toString(body.length))
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
        .build();
  }

  private void greet(SdkHttpRequest sent) {
    SdkHttpRequest greeting =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .protocol(sent.protocol())
            .host(sent.host())
            .port(sent.port())
            .encodedPath("/")
            // Kept open, it would be found broken after a restore.
            .putHeader("Connection", "close")
            .build();
    try (SdkHttpClient real =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(GREETING)
            .socketTimeout(GREETING)
            .build()) {
      HttpExecuteResponse response =
          real.prepareRequest(HttpExecuteRequest.builder().request(greeting).build()).call();
      if (response.responseBody().isPresent()) {
        try (InputStream body = response.responseBody().get()) {
          body.readAllBytes();
        }
      }
    } catch (IOException fault) {
      rehearsal.note(sent.host() + " does not answer: " + fault);
    }
  }

  @Override
  public void close() {
    // Holds nothing open.
  }
}
