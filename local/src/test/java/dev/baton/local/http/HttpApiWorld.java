package dev.baton.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.lambda.Functions;
import dev.baton.local.lambda.LocalFunction;
import dev.baton.local.template.AsyncPolicy;
import dev.baton.local.template.AuthorizerDefinition;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.CorsDefinition;
import dev.baton.local.template.HttpApiDefinition;
import dev.baton.local.template.RouteDefinition;
import dev.baton.local.time.ManualTimeline;
import dev.baton.local.toy.ToyFunctions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** An HTTP API over a few functions, a clock that stands still, and a client. */
final class HttpApiWorld implements AutoCloseable {
  static final Duration CACHE_TIME = Duration.ofMinutes(1);

  private final ManualTimeline time = new ManualTimeline(Instant.parse("2020-03-12T19:03:58Z"));
  private final ToyFunctions.Seen authorized = new ToyFunctions.Seen();
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpApiServer server;
  private volatile String answer = "{}";

  HttpApiWorld() throws Exception {
    server = new HttpApiServer(0);
    server.start(api(), functions(), AwsPlace.LOCAL, time);
  }

  private static HttpApiDefinition api() {
    return new HttpApiDefinition(
        "api-id",
        "$default",
        List.of(
            new RouteDefinition("ANY", "/echo", "echo", null),
            new RouteDefinition("GET", "/items/{id}/parts/{rest+}", "echo", null),
            new RouteDefinition("POST", "/guarded", "echo", "Key"),
            new RouteDefinition("GET", "/answer", "answer", null),
            new RouteDefinition("GET", "/slow", "slow", null),
            new RouteDefinition("GET", "/failing", "failing", null)),
        Map.of(
            "Key",
            new AuthorizerDefinition("Key", "authorize", List.of("authorization"), CACHE_TIME)),
        new CorsDefinition(
            List.of("https://console.example.org"),
            List.of("GET", "POST"),
            List.of("authorization"),
            List.of("x-trace-id"),
            false,
            600));
  }

  private Functions functions() {
    CountDownLatch never = new CountDownLatch(1);
    LocalFunction slow =
        ToyFunctions.function(
            "slow",
            Duration.ofMillis(50),
            AsyncPolicy.DEFAULT,
            event -> {
              try {
                never.await();
              } catch (InterruptedException stopped) {
                throw new IOException(stopped);
              }
              return "{}";
            });
    return Functions.of(
        List.of(
            ToyFunctions.function("echo", event -> event),
            ToyFunctions.function("answer", event -> answer),
            ToyFunctions.function(
                "failing",
                event -> {
                  throw new IOException("no luck");
                }),
            ToyFunctions.function("authorize", this::authorize),
            slow));
  }

  private String authorize(String event) {
    authorized.add(event);
    String credential = Objects.requireNonNull(Jsons.parse(event)).at("/identitySource/0").asText();
    return switch (credential) {
      case "nobody" -> "{\"isAuthorized\":false}";
      case "broken" -> "\"yes\"";
      default -> "{\"isAuthorized\":true,\"context\":{\"owner\":\"" + credential + "\"}}";
    };
  }

  /** From now on the function behind {@code /answer} answers so. */
  void answers(String json) {
    answer = json;
  }

  HttpApiServer server() {
    return server;
  }

  ManualTimeline time() {
    return time;
  }

  /** What the authorizer was asked. */
  ToyFunctions.Seen authorized() {
    return authorized;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  JsonNode echoed(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response = send(request);
    assertThat(response.statusCode()).isEqualTo(200);
    return Objects.requireNonNull(Jsons.parse(response.body()));
  }

  static String message(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).isEqualTo(status);
    return Objects.requireNonNull(Jsons.parse(response.body())).path("message").asText();
  }

  @Override
  public void close() throws Exception {
    server.close();
    http.close();
  }
}
