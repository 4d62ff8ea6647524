package dev.baton.local.model.reply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One thing that is done while a reply is streamed. */
public sealed interface Step {

  /** Nothing is written for that long. */
  record Pause(Duration time) implements Step {}

  /** One server-sent event. */
  record Frame(String event, String data) implements Step {

    /** An event whose data begins with its own name as {@code type}. */
    static Frame of(String event, ObjectNode fields) {
      ObjectNode data = Jsons.object().put("type", event);
      return new Frame(event, Jsons.write(data.setAll(fields)));
    }

    static Frame ping() {
      return of("ping", Jsons.object());
    }

    byte[] bytes() {
      return ("event: " + event + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Bytes that are written at once. */
  record Bytes(byte[] bytes) implements Step {}

  /** The socket is closed; nothing follows. */
  record Cut() implements Step {}
}
