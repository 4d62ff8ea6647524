package dev.baton.core.frame;

import dev.baton.core.json.JsonObject;

/**
 * Somebody who is in a resource.
 *
 * @param id the public id, {@code p_} and 12 hex digits
 * @param name the name they gave themselves
 * @param state {@code online} or {@code away}
 */
public record PresentParticipant(String id, String name, String state) {

  /** The wire form. */
  public JsonObject toJson() {
    return JsonObject.builder().put("id", id).put("name", name).put("state", state).build();
  }
}
