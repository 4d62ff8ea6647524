package dev.baton.gateway.core.batch;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import java.util.Set;

/**
 * The result of {@code afd-batch} as batch clients read it: results, summary and timing at the top
 * level. Source: command specification, section 3.7.
 */
public final class BatchView {
  private static final Set<String> OF_CLIENTS = Set.of("results", "summary", "timing");

  private BatchView() {}

  /** The answer of {@code POST /batch}, which has no {@code data}. */
  public static JsonObject flat(JsonObject envelope) {
    return flat(envelope, false);
  }

  /** The answer of the tool, which is a result and a batch's answer in one. */
  public static JsonObject both(JsonObject envelope) {
    return flat(envelope, true);
  }

  /** The refusal of an input without usable {@code commands}, named as batch clients know it. */
  public static JsonObject named(JsonObject envelope) {
    JsonObject error = envelope.object("error");
    JsonObject details = error == null ? null : error.object("details");
    boolean aboutCommands =
        details != null
            && details.array("errors").stream()
                .anyMatch(each -> each instanceof JsonObject one && isAboutCommands(one));
    return error != null && aboutCommands
        ? with(envelope, "error", with(error, "code", code()))
        : envelope;
  }

  private static boolean isAboutCommands(JsonObject problem) {
    String path = problem.text("path");
    return path != null && (path.startsWith("commands") || path.equals("(root)"));
  }

  private static Json code() {
    return Json.of(ErrorCodes.INVALID_BATCH_REQUEST.name());
  }

  private static JsonObject flat(JsonObject envelope, boolean withData) {
    JsonObject data = envelope.object("data");
    if (data == null) {
      return envelope;
    }
    JsonObject.Builder flat = JsonObject.builder().put("success", true);
    if (withData) {
      flat.put("data", data);
    }
    for (JsonObject.Member member : data.members()) {
      if (OF_CLIENTS.contains(member.name())) {
        flat.put(member.name(), member.value());
      }
    }
    for (JsonObject.Member member : envelope.members()) {
      if (!member.name().equals("success") && !member.name().equals("data")) {
        flat.put(member.name(), member.value());
      }
    }
    return flat.build();
  }

  private static JsonObject with(JsonObject object, String name, Json value) {
    JsonObject.Builder changed = JsonObject.builder();
    object.members().forEach(m -> changed.put(m.name(), m.name().equals(name) ? value : m.value()));
    return changed.build();
  }
}
