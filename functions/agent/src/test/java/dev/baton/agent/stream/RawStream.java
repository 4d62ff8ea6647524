package dev.baton.agent.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One request and its response, byte by byte, over a socket of its own. */
final class RawStream implements AutoCloseable {
  private static final int PATIENCE_MS = 20_000;

  private final Socket socket;
  private final InputStream in;
  private final int status;
  private final List<String> headers = new ArrayList<>();
  private int chunkLeft;
  private boolean ended;

  private RawStream(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.status = Integer.parseInt(line().split(" ", -1)[1]);
    for (String line = line(); !line.isEmpty(); line = line()) {
      headers.add(line);
    }
    String length = header("content-length");
    boolean chunked = "chunked".equalsIgnoreCase(header("transfer-encoding"));
    chunkLeft = chunked || length.isEmpty() ? 0 : Integer.parseInt(length);
    ended = !chunked && chunkLeft == 0;
  }

  /** Sends a GET and reads the head of the response. */
  static RawStream get(int port, String target, String... headers) throws IOException {
    return send(port, "GET", target, 0, headers);
  }

  /** Sends a request without a body, over a socket that keeps no more than so many bytes. */
  static RawStream send(int port, String method, String target, int window, String... headers)
      throws IOException {
    Socket socket = new Socket();
    if (window > 0) {
      socket.setReceiveBufferSize(window);
    }
    socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setSoTimeout(PATIENCE_MS);
    StringBuilder request = new StringBuilder();
    request.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    socket.getOutputStream().write(request.append("\r\n").toString().getBytes(ISO_8859_1));
    return new RawStream(socket);
  }

  int status() {
    return status;
  }

  /** The value of a header; empty when there is none. */
  String header(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return headers.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .findFirst()
        .orElse("");
  }

  /** All headers as they came. */
  List<String> headers() {
    return headers;
  }

  /** The rest of the body. */
  String rest() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int next = read(); next >= 0; next = read()) {
      bytes.write(next);
    }
    return bytes.toString(UTF_8);
  }

  /** So many bytes of the body. */
  String bytes(int count) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int number = 0; number < count; number++) {
      bytes.write(read());
    }
    return bytes.toString(ISO_8859_1);
  }

  /** The next block, its blank line included. */
  String block() throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    int before = 0;
    for (int next = read(); next != '\n' || before != '\n'; next = read()) {
      if (next < 0) {
        throw new EOFException("The body ended in: " + block.toString(UTF_8));
      }
      block.write(next);
      before = next;
    }
    block.write('\n');
    return block.toString(UTF_8);
  }

  /** Reads blocks until one contains the text. */
  String until(String text) throws IOException {
    StringBuilder all = new StringBuilder();
    while (true) {
      String block = block();
      all.append(block);
      if (block.contains(text)) {
        return all.toString();
      }
    }
  }

  /** The next byte of the body; -1 at its clean end. */
  int read() throws IOException {
    if (ended) {
      return -1;
    }
    if (chunkLeft == 0 && !header("transfer-encoding").isEmpty()) {
      chunkLeft = Integer.parseInt(line(), 16);
      if (chunkLeft == 0) {
        line();
        ended = true;
        return -1;
      }
    }
    int next = in.read();
    if (next < 0) {
      throw new EOFException("The connection was cut.");
    }
    chunkLeft--;
    if (chunkLeft == 0) {
      if (header("transfer-encoding").isEmpty()) {
        ended = true;
      } else {
        line();
      }
    }
    return next;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The connection was cut in: " + line);
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
