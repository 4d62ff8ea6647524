package dev.baton.local.model.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads requests of one connection, bodies with a length or in chunks. Not thread-safe. */
final class RequestReader {
  private static final int LONGEST_LINE = 64 * 1024;

  private final InputStream in;
  private final OutputStream out;
  private final int longestBody;

  /**
   * @param longestBody bytes; a longer body is read and thrown away
   */
  RequestReader(InputStream in, OutputStream out, int longestBody) {
    this.in = in;
    this.out = out;
    this.longestBody = longestBody;
  }

  /**
   * The next request, or null when the client has ended the connection before it.
   *
   * @throws IOException when the connection breaks, or is not HTTP
   */
  @Nullable HttpRequest read() throws IOException {
    String first = line();
    if (first == null) {
      return null;
    }
    String[] parts = first.split(" ", -1);
    if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
      throw new ProtocolException("No HTTP request line.");
    }
    Map<String, String> headers = headers();
    if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
    byte[] body = body(headers);
    int question = parts[1].indexOf('?');
    String path = question < 0 ? parts[1] : parts[1].substring(0, question);
    String query = question < 0 ? "" : parts[1].substring(question + 1);
    boolean oversize = body.length > longestBody;
    return new HttpRequest(
        parts[0], path, query(query), Map.copyOf(headers), oversize ? new byte[0] : body, oversize);
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = wholeLine(); !line.isEmpty(); line = wholeLine()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new ProtocolException("No HTTP header.");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return chunks();
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    take(number(headers.getOrDefault("content-length", "0"), 10), body);
    return body.toByteArray();
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    long size = chunkSize();
    while (size > 0) {
      take(size, body);
      wholeLine();
      size = chunkSize();
    }
    while (!wholeLine().isEmpty()) {
      // Trailers mean nothing here.
    }
    return body.toByteArray();
  }

  private long chunkSize() throws IOException {
    return number(wholeLine().split(";", 2)[0].strip(), 16);
  }

  /** Keeps one byte more than allowed, which shows that there were too many. */
  private void take(long length, ByteArrayOutputStream body) throws IOException {
    long kept = Math.min(length, Math.max(0, longestBody + 1L - body.size()));
    byte[] bytes = in.readNBytes((int) kept);
    if (bytes.length < kept) {
      throw new EOFException("The body ends too early.");
    }
    body.writeBytes(bytes);
    in.skipNBytes(length - kept);
  }

  private static long number(String text, int radix) throws ProtocolException {
    try {
      long number = Long.parseLong(text, radix);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException unreadable) {
      // Refused below, like a negative one.
    }
    throw new ProtocolException("No length of a body: '" + text + "'.");
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new HashMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        query.put(
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
            URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return Map.copyOf(query);
  }

  private String wholeLine() throws IOException {
    String line = line();
    if (line == null) {
      throw new EOFException("The request ends too early.");
    }
    return line;
  }

  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return null;
    }
    while (next != '\n') {
      if (next < 0 || line.size() > LONGEST_LINE) {
        throw new EOFException("A line without an end.");
      }
      line.write(next);
      next = in.read();
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
