package dev.baton.survey.core.participant;

import dev.baton.core.json.JsonObject;

/**
 * A participant as the JSON of its item: the body attribute, and nothing that a query needs beside
 * it.
 */
public final class ParticipantJson {
  private ParticipantJson() {}

  /** The participant's JSON. */
  public static JsonObject toJson(Participant participant) {
    throw new UnsupportedOperationException(participant.toString());
  }

  /** The participant that {@link #toJson} wrote; members that are not known are ignored. */
  public static Participant fromJson(JsonObject json) {
    throw new UnsupportedOperationException(json.toString());
  }
}
