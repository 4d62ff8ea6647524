package dev.baton.local.graph.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import java.util.List;

/** Items put into entries and entries into one body, in the order given. */
final class WebhookBody {

  private WebhookBody() {}

  /**
   * @param perEntry how many items an entry may hold; another page always begins another entry
   * @param time of the entries, milliseconds since 1970
   */
  static byte[] of(List<WebhookItem> items, int perEntry, long time) {
    ObjectNode body = Trees.object().put("object", "page");
    ArrayNode entries = body.putArray("entry");
    ObjectNode entry = Trees.object();
    int held = perEntry;
    String page = "";
    for (WebhookItem item : items) {
      if (held >= perEntry || !page.equals(item.participant().pageId())) {
        page = item.participant().pageId();
        held = 0;
        entry = entries.addObject().put("id", page).put("time", time);
      }
      entry.withArrayProperty(item.channel().member()).add(item.json());
      held++;
    }
    return Trees.bytes(body);
  }
}
