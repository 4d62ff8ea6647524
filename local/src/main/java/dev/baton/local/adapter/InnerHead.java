package dev.baton.local.adapter;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Status and headers of a server's response.
 *
 * @param status status code
 * @param headers names in lower case, in the order of arrival
 */
public record InnerHead(int status, List<Map.Entry<String, String>> headers) {
  private static final int LONGEST_LINE = 64 * 1024;

  /** Reads a head; interim responses are skipped. A type that is missing is the adapter's. */
  static InnerHead read(InputStream input) throws IOException {
    InnerHead head = readOne(input);
    while (head.status < 200) {
      head = readOne(input);
    }
    if (head.header("content-type") == null) {
      head.headers.add(Map.entry("content-type", "application/octet-stream"));
    }
    return head;
  }

  private static InnerHead readOne(InputStream input) throws IOException {
    String[] first = line(input).split(" ", 3);
    if (first.length < 2 || !first[0].startsWith("HTTP/1.") || !first[1].matches("[1-5]\\d\\d")) {
      throw new ProtocolException("Not a status line: " + String.join(" ", first));
    }
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (String line = line(input); !line.isEmpty(); line = line(input)) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new ProtocolException("Not a header: " + line);
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.add(Map.entry(name, line.substring(colon + 1).strip()));
    }
    return new InnerHead(Integer.parseInt(first[1]), headers);
  }

  /** One line without its end; an end of the stream in it is a fault. */
  static String line(InputStream input) throws IOException {
    byte[] line = new byte[128];
    int length = 0;
    for (int next = input.read(); next != '\n'; next = input.read()) {
      if (next < 0) {
        throw new EOFException("The server closed the connection in the middle of a line.");
      }
      if (length == LONGEST_LINE) {
        throw new ProtocolException("A line of the server is longer than " + LONGEST_LINE);
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, length * 2);
      }
      line[length++] = (byte) next;
    }
    return new String(line, 0, length, StandardCharsets.ISO_8859_1).stripTrailing();
  }

  /** The first value of a header, or null. */
  public @Nullable String header(String lowerCaseName) {
    return headers.stream()
        .filter(header -> header.getKey().equals(lowerCaseName))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
