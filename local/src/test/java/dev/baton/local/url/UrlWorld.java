package dev.baton.local.url;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.LocalStackSettings;
import dev.baton.local.json.Jsons;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** A local stack with toys that are servers. */
final class UrlWorld implements AutoCloseable {
  private static final Path TEMPLATE = Path.of("src/test/resources/local/server.yaml");

  private final HttpClient http = HttpClient.newHttpClient();
  final LocalStack stack;

  UrlWorld() throws Exception {
    stack =
        LocalStack.start(
            LocalStackSettings.of(
                    Map.of("PORT", "0", "BATON_ALLOWED_ORIGINS", "https://console.example.org"))
                .withTemplate(TEMPLATE));
  }

  /** Where the toy with time answers. */
  String toy() {
    return stack.streamUrl() + "/api/toy/";
  }

  /** Where the toy with a second answers. */
  String brief() {
    return stack.streamUrls().getLast() + "/api/brief/";
  }

  HttpResponse<String> get(String url, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> options(String url, String... headers) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url))
            .method("OPTIONS", BodyPublishers.noBody())
            .headers(headers)
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> post(String url, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  JsonNode echo(String url, String... headers) throws Exception {
    return Objects.requireNonNull(Jsons.parse(get(url, headers).body()));
  }

  /** Lets a stream of the toy write. */
  void push(String name, String piece) throws Exception {
    post(toy() + "push?name=" + name, piece);
  }

  void end(String name) throws Exception {
    post(toy() + "end?name=" + name, "");
  }

  /** An open stream of which the head and the first chunk were read. */
  RawClient open(String url) throws IOException {
    RawClient client = RawClient.get(url);
    client.head();
    client.chunk();
    return client;
  }

  @Override
  public void close() {
    stack.close();
  }
}
