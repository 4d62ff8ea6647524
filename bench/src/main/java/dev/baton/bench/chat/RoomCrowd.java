package dev.baton.bench.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.client.Commands;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Connections to one room, all welcomed. */
public final class RoomCrowd implements AutoCloseable {
  private static final int AT_ONCE = 8;

  private final Commands commands;
  private final String room;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<WebSocket> sockets = new ArrayList<>();
  private final AtomicReference<@Nullable Round> round = new AtomicReference<>();

  /** Nobody yet. */
  public RoomCrowd(Commands commands, String room) {
    this.commands = commands;
    this.room = room;
  }

  /** Brings more connections in, a few at a time, by command, socket and welcome. */
  public void gather(int more) throws Exception {
    List<Future<WebSocket>> coming = new ArrayList<>();
    int first = sockets.size();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int number = first; number < first + more; number++) {
        int listener = number;
        coming.add(threads.submit(() -> connect(listener)));
      }
    }
    for (Future<WebSocket> one : coming) {
      sockets.add(one.get());
    }
  }

  private WebSocket connect(int listener) throws Exception {
    JsonNode handoff =
        commands.data("chat-connect", Map.of("roomId", room, "nickname", "Listener"));
    String address =
        handoff.path("endpoint").asText()
            + "&token="
            + handoff.path("credentials").path("token").asText();
    Ear ear = new Ear(listener);
    WebSocket socket = client.newWebSocketBuilder().buildAsync(URI.create(address), ear).join();
    ear.welcomed.get(1, TimeUnit.MINUTES);
    return socket;
  }

  /** Sends by command; nanoseconds to each connection. */
  public long[] sendByCommand(String text) throws InterruptedException {
    Round next = begin(text);
    long begun = System.nanoTime();
    commands.data("chat-send", Map.of("roomId", room, "text", text));
    return next.since(begun);
  }

  /** Sends by a frame of the first connection; nanoseconds to each connection. */
  long[] sendByFrame(String text) throws InterruptedException {
    Round next = begin(text);
    String frame = "{\"action\":\"chat-send\",\"text\":\"" + text + "\"}";
    long begun = System.nanoTime();
    sockets.getFirst().sendText(frame, true).join();
    return next.since(begun);
  }

  private Round begin(String text) {
    Round next = new Round(text, sockets.size());
    round.set(next);
    return next;
  }

  @Override
  public void close() {
    sockets.forEach(socket -> socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join());
    client.shutdownNow();
  }

  /** Listens on one connection. */
  private final class Ear implements WebSocket.Listener {
    private final CompletableFuture<Void> welcomed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final int number;

    private Ear(int number) {
      this.number = number;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        hear(partial.toString());
        partial.setLength(0);
      }
      from.request(1);
      return null;
    }

    private void hear(String frame) {
      Round now = round.get();
      if (!welcomed.isDone()) {
        welcomed.complete(null);
      } else if (now != null) {
        now.heard(number, frame);
      }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      welcomed.completeExceptionally(new IllegalStateException("Closed: " + code));
      return null;
    }
  }
}
