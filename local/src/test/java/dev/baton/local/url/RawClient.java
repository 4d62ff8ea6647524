package dev.baton.local.url;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An HTTP/1.1 client that shows chunks as they came. Nothing waits longer than ten seconds. */
public final class RawClient implements AutoCloseable {
  private final Socket socket;
  private final InputStream input;

  private RawClient(Socket socket) throws IOException {
    this.socket = socket;
    this.input = new BufferedInputStream(socket.getInputStream());
  }

  /** A client that sent this request. */
  public static RawClient get(String url, String... headers) throws IOException {
    URI uri = URI.create(url);
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(10_000);
    socket.setTcpNoDelay(true);
    RawClient client = new RawClient(socket);
    client.send(uri.getRawPath() + "?" + uri.getRawQuery(), headers);
    return client;
  }

  /** Sends a request on the same connection. */
  public void send(String target, String... headers) throws IOException {
    String lines = String.join("", List.of(headers).stream().map(line -> line + "\r\n").toList());
    socket
        .getOutputStream()
        .write(
            ("GET " + target + " HTTP/1.1\r\nHost: forged.example.org\r\n" + lines + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Status line and headers. */
  public String head() throws IOException {
    StringBuilder head = new StringBuilder();
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }

  /**
   * The next chunk, or null when the response is complete.
   *
   * @throws IOException when it breaks off
   */
  public @Nullable String chunk() throws IOException {
    // The line that ends a chunk may come with the next one.
    String size = line();
    int length = Integer.parseInt(size.isEmpty() ? line() : size, 16);
    byte[] bytes = input.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("Broken in a chunk.");
    }
    if (length == 0) {
      line();
      return null;
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = input.read(); next != '\n'; next = input.read()) {
      if (next < 0) {
        throw new EOFException("Broken off.");
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
