package dev.baton.local.model.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.model.reply.Fault;
import dev.baton.local.model.wire.ApiError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads faults: an object whose members are their names, with an object or {@code true} as value.
 * {@code http {status, type, message, retry_after, retry_after_ms, should_retry}}, {@code
 * error_event {type, message, after}}, {@code cut {after_frames | after_bytes}}, {@code stall
 * {where, ms, ping_ms}} or an array of them, {@code ping {every}}, and the names of {@link
 * Fault.Quirk} in small letters.
 */
public final class FaultReader {
  private static final int SOON = 4;
  private static final int LONG = 5000;

  private FaultReader() {}

  /**
   * The faults that a line names: a name and {@code key=value}, such as {@code cut after_frames=3};
   * a number alone is an HTTP status.
   *
   * @throws ScriptError when there is no such fault
   */
  public static List<Fault> inWords(String line) {
    String[] words = line.strip().split("\\s+");
    boolean status = words[0].matches("\\d{3}");
    ObjectNode details = Jsons.object();
    Arrays.stream(words)
        .skip(1)
        .map(word -> word.split("=", 2))
        .forEach(pair -> detail(details, pair[0], pair.length == 2 ? pair[1] : "true"));
    if (status) {
      details.put("status", Integer.parseInt(words[0]));
    }
    String name = status ? "http" : words[0];
    ObjectNode faults = Jsons.object();
    if (details.isEmpty()) {
      faults.put(name, true);
    } else {
      faults.set(name, details);
    }
    return read(Members.of("faults", faults));
  }

  private static void detail(ObjectNode details, String name, String value) {
    JsonNode read = Jsons.parse(value);
    if (read != null && read.isValueNode()) {
      details.set(name, read);
    } else {
      details.put(name, value);
    }
  }

  /** The faults of an object. */
  static List<Fault> read(Members members) {
    List<Fault> faults = new ArrayList<>();
    one(members, "http", FaultReader::refusal, faults);
    one(members, "error_event", FaultReader::errorEvent, faults);
    one(members, "cut", FaultReader::cut, faults);
    one(members, "ping", each -> new Fault.Ping(each.positive("every", 1)), faults);
    stalls(members, faults);
    for (Fault.Quirk quirk : Fault.Quirk.values()) {
      if (members.flag(quirk.name().toLowerCase(Locale.ROOT))) {
        faults.add(quirk);
      }
    }
    members.done();
    return List.copyOf(faults);
  }

  private static void one(
      Members members, String name, Function<Members, Fault> reader, List<Fault> faults) {
    members
        .inner(name)
        .ifPresent(inner -> {
          faults.add(reader.apply(inner));
          inner.done();
        });
  }

  private static void stalls(Members members, List<Fault> faults) {
    JsonNode stall = members.node("stall");
    if (stall == null || !stall.isArray()) {
      one(members, "stall", FaultReader::stall, faults);
      return;
    }
    for (JsonNode each : stall) {
      Members inner = Members.of("stall", each);
      faults.add(stall(inner));
      inner.done();
    }
  }

  private static Fault refusal(Members http) {
    int status = http.count("status", 529);
    if (status < 400 || status > 599) {
      throw ScriptError.bad("status", "a number from 400 to 599");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    http.text("retry_after").ifPresent(value -> headers.put("retry-after", value));
    http.text("retry_after_ms").ifPresent(value -> headers.put("retry-after-ms", value));
    http.text("should_retry").ifPresent(value -> headers.put("x-should-retry", value));
    http.positive("times", 1);
    return new Fault.Refusal(
        new ApiError(
            status,
            http.text("type").orElse(ApiError.typeOf(status)),
            http.text("message").orElse("The script wants this refusal."),
            Map.copyOf(headers)));
  }

  private static Fault errorEvent(Members event) {
    return new Fault.ErrorEvent(
        ApiError.ofType(
            event.text("type").orElse("overloaded_error"),
            event.text("message").orElse("The script wants this error.")),
        event.count("after", SOON));
  }

  private static Fault cut(Members cut) {
    int bytes = cut.count("after_bytes", -1);
    int frames = cut.count("after_frames", SOON);
    return bytes < 0 ? new Fault.CutAfterFrames(frames) : new Fault.CutAfterBytes(bytes);
  }

  private static Fault stall(Members stall) {
    String where = stall.text("where").orElse("mid_text");
    return Arrays.stream(Fault.Phase.values())
        .filter(phase -> phase.name().toLowerCase(Locale.ROOT).equals(where))
        .findFirst()
        .map(phase ->
            new Fault.Stall(
                phase, stall.milliseconds("ms", LONG), stall.milliseconds("ping_ms", 0)))
        .orElseThrow(() ->
            ScriptError.bad(
                "where", "before_headers, before_first_delta, mid_text or mid_arguments"));
  }
}
