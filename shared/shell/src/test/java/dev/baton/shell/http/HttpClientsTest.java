package dev.baton.shell.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.baton.shell.rehearsal.Rehearsal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom clients reach, in a rehearsal and out of it. */
final class HttpClientsTest {
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void clientReachesWhomItCalls() throws Exception {
    assertThat(status(HttpClients.ofProcess())).isEqualTo(204);
    assertThat(HttpClients.proxy()).isNull();
  }

  @Test
  void clientOfARehearsalReachesNobodyEvenIfMadeLaterAndElsewhere() {
    List<Supplier<HttpClient.Builder>> makers = new ArrayList<>();

    new Rehearsal().run(() -> makers.add(HttpClients.ofProcess()));

    assertThatThrownBy(() -> status(makers.getFirst())).isInstanceOf(IOException.class);
    assertThat(requests).hasValue(0);
  }

  @Test
  void connectionOfARehearsalReachesNobody() {
    new Rehearsal()
        .run(() ->
            assertThatThrownBy(
                    () -> url().toURL().openConnection(HttpClients.proxy()).getInputStream())
                .isInstanceOf(IOException.class));

    assertThat(requests).hasValue(0);
  }

  private int status(Supplier<HttpClient.Builder> maker) throws Exception {
    try (HttpClient client = maker.get().build()) {
      HttpRequest request = HttpRequest.newBuilder(url()).build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }
}
