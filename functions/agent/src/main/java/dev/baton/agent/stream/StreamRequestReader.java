package dev.baton.agent.stream;

import com.sun.net.httpserver.Headers;
import dev.baton.agent.core.frame.StreamProtocol;
import dev.baton.agent.core.position.Asked;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.Refused;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.session.Hashes;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads requests for streams. Source: streaming specification, sections 4.1 to 4.3. */
final class StreamRequestReader {
  private static final int LONGEST_ADDRESS = 2_048;
  private static final int MARK = 12;
  private static final int DEEPEST_CONTEXT = 20;
  private static final Pattern SESSION_ID = Pattern.compile("ses_[A-Za-z0-9_-]{22}");
  private static final Pattern RUN_ID = Pattern.compile("run_[A-Za-z0-9_-]{22}");
  private static final String LAST_EVENT_ID = "Last-Event-ID";

  private final JsonReader reader = JsonReader.keepingDuplicates(DEEPEST_CONTEXT);

  /** What was read. */
  sealed interface Reading {

    /** A request that has its form. */
    record Formed(StreamRequest request) implements Reading {}

    /** One that has not. */
    record Malformed(Refused refused) implements Reading {}
  }

  /** The name of the cookie of a session. */
  static String cookieName(String sessionId) {
    return "baton_s_" + Hashes.sha256(sessionId).substring(0, MARK);
  }

  static boolean isSessionId(@Nullable String text) {
    return text != null && SESSION_ID.matcher(text).matches();
  }

  /** Reads a GET. */
  Reading read(URI address, Headers headers) {
    Map<String, String> query = query(address);
    if (query == null) {
      return malformed("The query is too long, malformed, or names something twice.");
    }
    String sessionId = query.get("session_id");
    String runId = query.get("run_id");
    if (sessionId == null || !isSessionId(sessionId)) {
      return malformed("session_id is missing or no session id.");
    }
    if (runId != null && !RUN_ID.matcher(runId).matches()) {
      return malformed("run_id is no run id.");
    }
    StreamProtocol protocol = StreamProtocol.of(query.getOrDefault("protocol", "native"));
    if (protocol == null) {
      return malformed("protocol is none of native, ai-sdk and ag-ui.");
    }
    String after = query.get("after");
    Asked asked = asked(protocol, headers, after);
    if (asked == null) {
      return malformed("The position is no number of an event, or the protocol takes none.");
    }
    return new Reading.Formed(
        new StreamRequest(
            sessionId,
            runId,
            protocol,
            asked,
            after != null || headers.getFirst(LAST_EVENT_ID) != null,
            Set.of(),
            credentials(sessionId, query.get("ticket"), headers),
            deadline(headers)));
  }

  /** The parameters of an address; null when it is not as it should be. */
  static @Nullable Map<String, String> query(URI address) {
    String raw = address.getRawQuery();
    boolean fits = address.toString().length() <= LONGEST_ADDRESS;
    return fits ? StreamQuery.read(raw) : null;
  }

  // Who is told the whole run again has no position, but may say that it begins at the beginning.
  private static @Nullable Asked asked(
      StreamProtocol protocol, Headers headers, @Nullable String after) {
    if (!protocol.replays()) {
      List<String> ids = headers.getOrDefault(LAST_EVENT_ID, List.of());
      return ids.size() > 1 ? null : Asked.of(ids.isEmpty() ? null : ids.getFirst(), after);
    }
    return after == null || after.equals("0") ? Asked.NONE : null;
  }

  private static StreamRequest.Credentials credentials(
      String sessionId, @Nullable String ticket, Headers headers) {
    return new StreamRequest.Credentials(
        cookie(sessionId, headers),
        headers.getFirst("Authorization"),
        ticket,
        headers.getFirst("Origin"),
        headers.getFirst("Host"),
        headers.getFirst("Sec-Fetch-Mode") != null);
  }

  private static @Nullable String cookie(String sessionId, Headers headers) {
    String prefix = cookieName(sessionId) + "=";
    for (String line : headers.getOrDefault("Cookie", List.of())) {
      for (String pair : line.split(";", -1)) {
        if (pair.strip().startsWith(prefix)) {
          return pair.strip().substring(prefix.length());
        }
      }
    }
    return null;
  }

  /** The deadline that the adapter passes on. */
  @Nullable Long deadline(Headers headers) {
    String context = headers.getFirst("x-amzn-lambda-context");
    if (context == null || !(reader.read(context).orNull() instanceof JsonObject json)) {
      return null;
    }
    Long millis = millis(json, "deadline");
    return millis == null ? millis(json, "deadline_ms") : millis;
  }

  private static @Nullable Long millis(JsonObject json, String name) {
    return json.get(name) instanceof JsonNumber(String digits) && digits.matches("[0-9]{1,15}")
        ? Long.valueOf(digits)
        : null;
  }

  private static Reading malformed(String message) {
    return new Reading.Malformed(
        StreamRefusals.invalid(
            message, "Open the address that agent-start, agent-send or agent-reconnect returned."));
  }
}
