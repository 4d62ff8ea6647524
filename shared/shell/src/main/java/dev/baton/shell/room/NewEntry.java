package dev.baton.shell.room;

import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What is to be appended to a log.
 *
 * @param resource the resource
 * @param create whether a resource that does not exist comes into being
 * @param type the type of the frame that brings it
 * @param body makes what readers get, once number and time are known
 * @param authorId the participant who appends
 * @param sessionId the session that it came over; null for HTTPS
 * @param once what makes a repetition harmless; null when the caller repeats at its own risk
 */
public record NewEntry(
    String resource,
    boolean create,
    String type,
    Body body,
    String authorId,
    @Nullable String sessionId,
    @Nullable Once once) {

  /** What readers get. */
  @FunctionalInterface
  public interface Body {

    /**
     * The body of an item.
     *
     * @param seq its number
     * @param at when it is appended, milliseconds since 1970
     */
    JsonObject of(long seq, long at);
  }

  /**
   * A name under which the same content is appended once.
   *
   * @param owner whose name it is
   * @param clientId the name
   * @param contentHash the hash of the content
   */
  public record Once(String owner, String clientId, String contentHash) {}
}
