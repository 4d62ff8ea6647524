package dev.baton.local.toy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket client of the JDK that remembers what it hears. Waits are at most ten seconds. */
public final class ToySocket implements WebSocket.Listener {
  private static final int SECONDS = 10;

  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final CompletableFuture<Integer> pong = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private @Nullable WebSocket socket;

  /** Opens a socket; the upgrade must succeed. */
  public static ToySocket open(HttpClient http, String address) throws Exception {
    ToySocket toy = new ToySocket();
    toy.socket =
        http.newWebSocketBuilder()
            .header("User-Agent", "toy")
            .buildAsync(URI.create(address), toy)
            .get(SECONDS, TimeUnit.SECONDS);
    return toy;
  }

  /** Sends a text message. */
  public void send(String text) throws Exception {
    socket().sendText(text, true).get(SECONDS, TimeUnit.SECONDS);
  }

  /** Sends a binary message. */
  public void send(byte[] bytes) throws Exception {
    socket().sendBinary(ByteBuffer.wrap(bytes), true).get(SECONDS, TimeUnit.SECONDS);
  }

  /** Sends a ping and returns when its pong came. */
  public void ping() throws Exception {
    socket().sendPing(ByteBuffer.wrap(new byte[] {'!'})).get(SECONDS, TimeUnit.SECONDS);
    pong.get(SECONDS, TimeUnit.SECONDS);
  }

  /** Sends a close frame. */
  public void close(int code, String reason) throws Exception {
    socket().sendClose(code, reason).get(SECONDS, TimeUnit.SECONDS);
  }

  /** The next message. */
  public String next() throws InterruptedException {
    return Objects.requireNonNull(messages.poll(SECONDS, TimeUnit.SECONDS), "no message came");
  }

  /** The next message as JSON. */
  public JsonNode nextJson() throws InterruptedException {
    return Objects.requireNonNull(Jsons.parse(next()));
  }

  /** The code with which the other side closed; 1006 when it broke off. */
  public int closeCode() throws Exception {
    return closed.get(SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      messages.add(partial.toString());
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
    pong.complete(message.remaining());
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable fault) {
    closed.complete(1006);
  }

  private WebSocket socket() {
    return Objects.requireNonNull(socket);
  }
}
