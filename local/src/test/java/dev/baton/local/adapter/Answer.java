package dev.baton.local.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.runtime.Receiver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the adapter sends back for one invocation. Nothing is waited for longer than a minute. */
public final class Answer implements Receiver {
  private static final int SECONDS = 60;

  /** What stands between the prelude and the body. */
  private static final int ZEROS = 8;

  private final CompletableFuture<String> mode = new CompletableFuture<>();
  private final CompletableFuture<JsonNode> prelude = new CompletableFuture<>();
  private final CompletableFuture<JsonNode> error = new CompletableFuture<>();
  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();

  /**
   * One piece of the body.
   *
   * @param text what it says, empty for the end
   * @param nanos when it came, by the clock of {@link System#nanoTime}
   */
  record Piece(String text, long nanos) {}

  /** Takes a response as it comes, until its end. */
  @Override
  public void answered(String responseMode, InputStream body) throws IOException {
    mode.complete(responseMode);
    byte[] buffer = new byte[64 * 1024];
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      if (prelude.isDone()) {
        add(Arrays.copyOf(buffer, read));
      } else {
        first.write(buffer, 0, read);
        begin(first.toByteArray());
      }
    }
    add(new byte[0]);
  }

  private void begin(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    if (end + ZEROS <= bytes.length) {
      prelude.complete(Objects.requireNonNull(Jsons.parse(Arrays.copyOf(bytes, end))));
      byte[] rest = Arrays.copyOfRange(bytes, end + ZEROS, bytes.length);
      if (rest.length > 0) {
        add(rest);
      }
    }
  }

  private void add(byte[] bytes) {
    pieces.add(new Piece(new String(bytes, StandardCharsets.UTF_8), System.nanoTime()));
  }

  /** Takes what the adapter says instead of a response. */
  @Override
  public void failed(byte[] fault) {
    error.complete(Objects.requireNonNull(Jsons.parse(fault)));
  }

  /** How the adapter said it would answer: {@code streaming}. */
  public String mode() throws Exception {
    return mode.get(SECONDS, TimeUnit.SECONDS);
  }

  /** Status, headers and cookies. */
  public JsonNode prelude() throws Exception {
    return prelude.get(SECONDS, TimeUnit.SECONDS);
  }

  /** The fault that came instead of a response. */
  public JsonNode error() throws Exception {
    return error.get(SECONDS, TimeUnit.SECONDS);
  }

  /** The next piece of the body, or null at its end. */
  public @Nullable String next() throws Exception {
    Piece piece =
        Objects.requireNonNull(pieces.poll(SECONDS, TimeUnit.SECONDS), "no further piece");
    return piece.text().isEmpty() ? null : piece.text();
  }

  /** All that follows until the end. */
  public String rest() throws Exception {
    StringBuilder rest = new StringBuilder();
    for (String piece = next(); piece != null; piece = next()) {
      rest.append(piece);
    }
    return rest.toString();
  }
}
