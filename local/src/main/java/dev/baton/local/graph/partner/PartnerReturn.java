package dev.baton.local.graph.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.webhook.Items;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a partner app gives a thread back.
 *
 * @param metadata null for none; a text goes as it is, anything else as {@code metadataAs} says
 * @param from the app that is named as previous owner, null for the partner itself
 * @param to the app that gets control, null for ours
 * @param times how often it is said
 * @param gap between two times
 * @param evenIfLost it is said even if the partner does not own the thread any more
 */
public record PartnerReturn(
    @Nullable JsonNode metadata,
    MetadataAs metadataAs,
    IdsAs idsAs,
    @Nullable String from,
    @Nullable String to,
    int times,
    Duration gap,
    boolean evenIfLost) {

  /** How metadata that is no text goes over the wire; Meta itself knows only texts. */
  public enum MetadataAs {
    TEXT,
    OBJECT
  }

  /** How app ids go over the wire; Meta has used all three. */
  public enum IdsAs {
    NUMBER,
    TEXT,
    ABSENT
  }

  /** The content of {@code pass_thread_control}. */
  ObjectNode notice(String previousOwner, String newOwner) {
    ObjectNode content = Trees.object();
    switch (idsAs) {
      case NUMBER -> {
        Items.putAppId(content, "previous_owner_app_id", previousOwner);
        Items.putAppId(content, "new_owner_app_id", newOwner);
      }
      case TEXT -> {
        content.put("previous_owner_app_id", previousOwner);
        content.put("new_owner_app_id", newOwner);
      }
      case ABSENT -> {}
    }
    if (metadata != null) {
      if (metadata.isTextual() || metadataAs == MetadataAs.OBJECT) {
        content.set("metadata", metadata);
      } else {
        content.put("metadata", Trees.text(metadata));
      }
    }
    return content;
  }

  @Nullable String metadataText() {
    return metadata == null || metadata.isTextual()
        ? (metadata == null ? null : metadata.asText())
        : Trees.text(metadata);
  }
}
