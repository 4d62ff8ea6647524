package dev.baton.gateway.core.call;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.ResultMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command's result as it came over the wire. Source: command specification, section 1.1.
 *
 * @param json the whole of it
 */
public record Envelope(JsonObject json) {

  /** The envelope of a result that the gateway made itself. */
  public static Envelope of(CommandResult result, ResultMetadata metadata) {
    return new Envelope(result.toJson(metadata));
  }

  /** Whether the object says that it is a result at all. */
  public static boolean isOne(JsonObject object) {
    boolean success = Json.of(true).equals(object.get("success"));
    boolean failure = Json.of(false).equals(object.get("success"));
    return object.object("metadata") != null
        && (success && object.has("data") || failure && object.object("error") != null);
  }

  /** Whether the command did what it was asked. */
  public boolean success() {
    return Json.of(true).equals(json.get("success"));
  }

  /** Its output; null when it refused. */
  public @Nullable Json data() {
    return json.get("data");
  }

  /** Why it refused; null when it did not. */
  public @Nullable JsonObject error() {
    return json.object("error");
  }

  /** How sure the output is, 0 to 1. */
  public double confidence() {
    return json.get("confidence") instanceof JsonNumber number
        ? number.decimal().doubleValue()
        : success() ? 1 : 0;
  }

  /** What was done, one sentence; empty when it did not say. */
  public String reasoning() {
    String reasoning = json.text("reasoning");
    return reasoning == null ? "" : reasoning;
  }

  /** The flaws of a success. */
  public List<Json> warnings() {
    return json.array("warnings");
  }
}
