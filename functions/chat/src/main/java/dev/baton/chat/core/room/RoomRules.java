package dev.baton.chat.core.room;

/**
 * Which rooms come into being by being used, and how many fit in. Source: command specification,
 * section 7.3.
 *
 * @param autoCreate whether rooms come into being at all
 * @param mostParticipants how many may be present; 0 for any number
 */
public record RoomRules(boolean autoCreate, int mostParticipants) {
  private static final String PRIVATE = "private-";

  /** Whether the room comes into being when somebody connects or sends to it. */
  public boolean mayCreate(String roomId) {
    return autoCreate && !roomId.startsWith(PRIVATE);
  }

  /** Whether one more participant fits in. */
  public boolean hasPlace(long present) {
    return mostParticipants == 0 || present < mostParticipants;
  }
}
