package dev.baton.survey.webhook;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.aws.SqsDeadLetters;
import dev.baton.shell.log.Log;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.inbound.Element;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/**
 * Keeps what could not be handled, with its reason; an element that cannot even be kept is asked
 * for again.
 */
final class DeadLetters {
  private static final String SOURCE = "webhook";

  private final SqsDeadLetters queue;
  private final Log log;
  private final InstantSource clock;

  DeadLetters(SqsDeadLetters queue, Log log, InstantSource clock) {
    this.queue = queue;
    this.log = log;
    this.clock = clock;
  }

  /** Whether an event is a letter of the webhook. */
  static boolean isLetter(JsonObject event) {
    return SOURCE.equals(event.text("source")) && event.has("item");
  }

  /** The body that brings a letter's item in again. */
  static JsonObject body(JsonObject letter) {
    boolean standby = JsonBoolean.TRUE.equals(letter.get("standby"));
    Json item = Objects.requireNonNullElse(letter.get("item"), JsonNull.NULL);
    JsonObject entry =
        JsonObject.builder()
            .putIfPresent("time", letter.get("kept_at"))
            .put(standby ? "standby" : "messaging", JsonArray.of(item))
            .build();
    return JsonObject.builder().put("entry", JsonArray.of(entry)).build();
  }

  Fate keep(Element element, RuntimeException fault) {
    log.error("item_failed", who(element), fault);
    return keep(element, fault.getClass().getName() + ": " + fault.getMessage());
  }

  Fate keep(Element element, String reason) {
    JsonObject letter =
        JsonObject.builder()
            .put("source", SOURCE)
            .put("reason", reason)
            .put("kept_at", clock.millis())
            .put("standby", element.standby())
            .put("item", element.wire())
            .build();
    try {
      queue.put(letter);
      return new Fate.DeadLettered();
    } catch (RuntimeException unavailable) {
      log.error("dead_letter_failed", who(element), unavailable);
      return new Fate.AskedAgain();
    }
  }

  Fate askAgain(Item item, RuntimeException fault) {
    log.error("store_failed", participant(item), fault);
    return new Fate.AskedAgain();
  }

  private static Map<String, String> who(Element element) {
    return element instanceof Element.Understood(var wire, var standby, Item item)
        ? participant(item)
        : Map.of();
  }

  private static Map<String, String> participant(Item item) {
    return Map.of("page_id", item.pageId(), "user_id", item.userId());
  }
}
