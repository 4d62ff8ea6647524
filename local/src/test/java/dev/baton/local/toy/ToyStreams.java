package dev.baton.local.toy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Streams by name, fed from outside. */
final class ToyStreams {
  private static final String END = "";

  private final Map<String, Stream> byName = new ConcurrentHashMap<>();

  /** What waits to be written, and how it went. */
  private record Stream(BlockingQueue<String> waiting, CompletableFuture<String> fate) {}

  private Stream stream(String name) {
    return byName.computeIfAbsent(
        name, key -> new Stream(new LinkedBlockingQueue<>(), new CompletableFuture<>()));
  }

  /** Writes and flushes each piece that is pushed, until the stream is ended or a write fails. */
  void serve(String name, OutputStream output) throws IOException {
    Stream stream = stream(name);
    try {
      for (String piece = next(stream); !piece.equals(END); piece = next(stream)) {
        output.write(piece.getBytes(StandardCharsets.UTF_8));
        output.flush();
      }
      stream.fate.complete("ended");
    } catch (IOException gone) {
      stream.fate.complete("gone");
      throw gone;
    }
  }

  private static String next(Stream stream) throws IOException {
    try {
      return stream.waiting.take();
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  void push(String name, String piece) {
    stream(name).waiting.add(piece);
  }

  void end(String name) {
    push(name, END);
  }

  /** Ends all streams with some last words and waits until they are written. */
  void endAll(String words) {
    byName
        .keySet()
        .forEach(name -> {
          push(name, words);
          end(name);
        });
    byName.keySet().forEach(this::fate);
  }

  /** {@code ended} or {@code gone}; {@code open} after ten seconds. */
  String fate(String name) {
    return stream(name).fate.completeOnTimeout("open", 10, TimeUnit.SECONDS).join();
  }
}
