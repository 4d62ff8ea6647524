package dev.baton.core.result;

import dev.baton.core.json.JsonObject;

/**
 * A step of work that an answer announces or reports.
 *
 * @param id its id within the plan
 * @param action what is done
 * @param status how far it is
 */
public record PlanStep(String id, String action, Status status) {

  /** How far a step is. */
  public enum Status {
    /** Not begun. */
    PENDING("pending"),
    /** Begun. */
    IN_PROGRESS("in_progress"),
    /** Done. */
    COMPLETE("complete"),
    /** Done without success. */
    FAILED("failed"),
    /** Never begun. */
    SKIPPED("skipped");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** The status on the wire. */
    public String word() {
      return word;
    }
  }

  /** The wire form. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("id", id)
        .put("action", action)
        .put("status", status.word())
        .build();
  }
}
