package dev.baton.survey.webhook;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.aws.SqsDeadLetters;
import dev.baton.shell.log.Log;
import dev.baton.survey.core.inbound.Item;
import java.util.Map;

/**
 * Keeps what could not be handled, with its reason; an element that cannot even be kept is asked
 * for again.
 */
final class DeadLetters {
  private final SqsDeadLetters queue;
  private final Log log;

  DeadLetters(SqsDeadLetters queue, Log log) {
    this.queue = queue;
    this.log = log;
  }

  Fate keep(Json wire, RuntimeException fault) {
    log.error("item_failed", Map.of(), fault);
    return keep(wire, fault.getClass().getName() + ": " + fault.getMessage());
  }

  Fate keep(Json wire, String reason) {
    JsonObject letter =
        JsonObject.builder()
            .put("source", "webhook")
            .put("reason", reason)
            .put("item", wire)
            .build();
    try {
      queue.put(letter);
      return new Fate.DeadLettered();
    } catch (RuntimeException unavailable) {
      log.error("dead_letter_failed", Map.of(), unavailable);
      return new Fate.AskedAgain();
    }
  }

  Fate askAgain(Item item, RuntimeException fault) {
    log.error("store_failed", Map.of("page_id", item.pageId(), "user_id", item.userId()), fault);
    return new Fate.AskedAgain();
  }
}
