package dev.baton.local.model.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.model.http.HttpRequest;
import dev.baton.local.model.http.SocketEnd;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One request for a message and what became of it. Its log guards it. */
final class LoggedRequest {
  private final int number;
  private final Instant at;
  private final HttpRequest request;
  private @Nullable Instant finished;
  private @Nullable SocketEnd closed;
  private boolean answered;
  private int status;
  private long bytes;

  LoggedRequest(int number, Instant at, HttpRequest request) {
    this.number = number;
    this.at = at;
    this.request = request;
  }

  /** The answer has ended, whole or not. */
  void answered(int httpStatus, long written, @Nullable Instant whole) {
    this.answered = true;
    this.status = httpStatus;
    this.bytes = written;
    this.finished = whole;
  }

  void closed(SocketEnd end) {
    this.closed = end;
  }

  /** Whether its socket has ended and all that was written to it is known. */
  boolean isOver() {
    return closed != null && answered;
  }

  ObjectNode toJson() {
    ObjectNode shown = Jsons.object().put("number", number).put("at", at.toString());
    ObjectNode headers = shown.putObject("headers");
    request.headers().forEach(headers::put);
    JsonNode body = Jsons.parse(request.body());
    if (body == null) {
      shown.put("body", new String(request.body(), StandardCharsets.UTF_8));
    } else {
      shown.set("body", body);
    }
    shown.put("status", status).put("bytes", bytes);
    shown.put("finished", finished == null ? null : finished.toString());
    if (closed == null) {
      shown.putNull("closed");
    } else {
      shown
          .putObject("closed")
          .put("at", closed.at().toString())
          .put("by", closed.by().name().toLowerCase(Locale.ROOT));
    }
    return shown;
  }
}
