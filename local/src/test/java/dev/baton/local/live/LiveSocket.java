package dev.baton.local.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.local.json.Jsons;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A socket of the JDK that hears frames. Waits are at most three minutes. */
public final class LiveSocket implements WebSocket.Listener, AutoCloseable {
  private static final int SECONDS = 180;
  private static final int MILLISECONDS = 100;
  private static final int WAITS_PER_SECOND = 10;
  private static final int SILENT_WAITS = 5 * WAITS_PER_SECOND;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private @Nullable WebSocket socket;

  private LiveSocket() {}

  /** Opens an address that must let it in. */
  public static LiveSocket open(String address) {
    LiveSocket live = new LiveSocket();
    live.socket = CLIENT.newWebSocketBuilder().buildAsync(URI.create(address), live).join();
    return live;
  }

  /** The same as a page of this origin. */
  private static LiveSocket open(String address, String origin) {
    LiveSocket live = new LiveSocket();
    live.socket =
        CLIENT
            .newWebSocketBuilder()
            .header("Origin", origin)
            .buildAsync(URI.create(address), live)
            .join();
    return live;
  }

  /** The status with which an address refuses the upgrade; 101 when it does not. */
  public static int knock(String address) {
    return status(() -> open(address));
  }

  /** The same as a page of this origin. */
  public static int knock(String address, String origin) {
    return status(() -> open(address, origin));
  }

  private static int status(Supplier<LiveSocket> opening) {
    try {
      opening.get().close();
      return 101;
    } catch (CompletionException refused) {
      if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
        return handshake.getResponse().statusCode();
      }
      throw refused;
    }
  }

  /** Opens a handoff as its endpoint says, and presents the token in the first frame. */
  public static LiveSocket byFrame(JsonNode handoff) {
    LiveSocket live = open(handoff.path("endpoint").asText());
    live.send(Map.of("type", "auth", "token", token(handoff)));
    return live;
  }

  /** Opens a handoff with the token in the query. */
  public static LiveSocket byQuery(JsonNode handoff) {
    return open(handoff.path("endpoint").asText() + "&token=" + token(handoff));
  }

  private static String token(JsonNode handoff) {
    return handoff.path("credentials").path("token").asText();
  }

  /** Sends a frame. */
  public void send(Map<String, ?> frame) {
    sendText(MAPPER.valueToTree(frame).toString());
  }

  /** Sends a text. */
  public void sendText(String text) {
    Objects.requireNonNull(socket).sendText(text, true).join();
  }

  /** Sends bytes. */
  public void sendBinary(byte[] bytes) {
    Objects.requireNonNull(socket).sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /** The next frame. */
  public JsonNode next() {
    try {
      return Objects.requireNonNull(frames.poll(SECONDS, TimeUnit.SECONDS), "no frame came");
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** The next frame of a type; others before it are passed over. */
  public JsonNode next(String type) {
    List<JsonNode> others = new ArrayList<>();
    for (; ; ) {
      JsonNode frame = next();
      if (frame.path("type").asText().equals(type)) {
        return frame;
      }
      others.add(frame);
      if (others.size() > 1_000) {
        throw new AssertionError("No " + type + " among " + others);
      }
    }
  }

  /** The next frame; null when there is none and the socket has ended. */
  public @Nullable JsonNode nextOrEnd() {
    return nextUnless(waits -> closed.isDone());
  }

  /**
   * The same, but pings when it hears nothing for some seconds: once in a thousand ends the JDK's
   * client is not told, and its connection stays in CLOSE_WAIT until a write fails.
   */
  public @Nullable JsonNode nextOrEndPinging() {
    return nextUnless(waits -> closed.isDone() || (waits % SILENT_WAITS == 0 && !takesPing()));
  }

  private @Nullable JsonNode nextUnless(IntPredicate hasEnded) {
    for (int waits = 1; waits <= SECONDS * WAITS_PER_SECOND; waits++) {
      boolean ended = hasEnded.test(waits);
      JsonNode frame = frame(ended ? 0 : MILLISECONDS);
      if (frame != null || ended) {
        return frame;
      }
    }
    throw new AssertionError("Neither a frame nor an end came.");
  }

  private boolean takesPing() {
    try {
      send(Map.of("action", "ping"));
      return true;
    } catch (CompletionException broken) {
      return false;
    }
  }

  private @Nullable JsonNode frame(int milliseconds) {
    try {
      return frames.poll(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** Everything that came and was not looked at. */
  public List<JsonNode> rest() {
    List<JsonNode> rest = new ArrayList<>();
    frames.drainTo(rest);
    return rest;
  }

  /** Waits for what a ping answers: whatever the server sent before has come. */
  public List<JsonNode> untilPong(String ref) {
    send(Map.of("action", "ping", "ref", ref));
    List<JsonNode> before = new ArrayList<>();
    for (; ; ) {
      JsonNode frame = next();
      if (frame.path("type").asText().equals("pong") && frame.path("ref").asText().equals(ref)) {
        return before;
      }
      before.add(frame);
    }
  }

  /** Waits a moment for its end; whether it came. */
  public boolean hasEnded() {
    try {
      closed.get(MILLISECONDS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException open) {
      return false;
    } catch (InterruptedException | ExecutionException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /** The code with which the server ended it; 1006 for a break. */
  public int closeCode() {
    return closed.orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  /** Breaks off without a word. */
  public void drop() {
    Objects.requireNonNull(socket).abort();
  }

  @Override
  public void close() {
    drop();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      frames.add(Objects.requireNonNull(Jsons.parse(partial.toString())));
      partial.setLength(0);
    }
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
}
