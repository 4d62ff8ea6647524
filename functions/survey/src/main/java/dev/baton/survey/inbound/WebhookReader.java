package dev.baton.survey.inbound;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.json.JsonReading.Readable;
import dev.baton.shell.json.JsonReading.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a signed webhook body. All elements of {@code messaging[]}, {@code standby[]} and {@code
 * messaging_handovers[]} of all entries come out, in array order; other arrays are left alone. An
 * element that cannot be understood spoils no other. Source: survey spec §2.1, §2.2.
 */
public final class WebhookReader {

  /** Deepest nesting that is read. */
  public static final int MAXIMUM_DEPTH = 50;

  private static final String STANDBY = "standby";

  private final JsonReader json = JsonReader.keepingDuplicates(MAXIMUM_DEPTH);
  private final ItemReader items;

  /**
   * A reader.
   *
   * @param ourAppId the app whose echoes are ours
   */
  public WebhookReader(String ourAppId) {
    this.items = new ItemReader(ourAppId);
  }

  /**
   * Reads a body.
   *
   * @param body its bytes, UTF-8
   * @param receivedAt now, for elements without any time
   */
  public Delivery read(byte[] body, long receivedAt) {
    return switch (json.read(body)) {
      case Unreadable(var cause, var message) -> malformed(cause.name().toLowerCase(Locale.ROOT));
      case Readable(JsonObject root) -> readRoot(root, receivedAt);
      case Readable(Json other) -> malformed("no_object");
    };
  }

  private Delivery readRoot(JsonObject root, long receivedAt) {
    Json object = root.get("object");
    if (object != null && !(object instanceof JsonNull) && !"page".equals(root.text("object"))) {
      return new Delivery.UnsupportedObject();
    }
    if (!(root.get("entry") instanceof JsonArray(List<Json> entries))) {
      return malformed("no_entry");
    }
    List<Element> elements = new ArrayList<>();
    for (Json entry : entries) {
      if (entry instanceof JsonObject members) {
        readEntry(members, receivedAt, elements);
      }
    }
    return new Delivery.Elements(elements);
  }

  private void readEntry(JsonObject entry, long receivedAt, List<Element> elements) {
    long time = Timestamps.orElse(entry.get("time"), receivedAt);
    for (JsonObject.Member member : entry.members()) {
      if (isRead(member.name()) && member.value() instanceof JsonArray(List<Json> wires)) {
        boolean standby = member.name().equals(STANDBY);
        wires.forEach(wire -> elements.add(element(wire, standby, time)));
      }
    }
  }

  private static boolean isRead(String array) {
    return switch (array) {
      case "messaging", STANDBY, "messaging_handovers" -> true;
      default -> false;
    };
  }

  // One element's fault must stay with that element, whatever it is.
  private Element element(Json wire, boolean standby, long fallbackTime) {
    try {
      return new Element.Understood(wire, standby, items.read(wire, standby, fallbackTime));
    } catch (RuntimeException fault) {
      return new Element.Unreadable(wire, standby, fault);
    }
  }

  private static Delivery malformed(String reason) {
    return new Delivery.Malformed(reason);
  }
}
