package dev.baton.core.frame;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame from server to client. Times are milliseconds since 1970 and are written as UTC text;
 * absent members are not written. Source: command specification, section 6.4.
 */
public sealed interface ServerFrame {

  /** The wire form. */
  default JsonObject toJson() {
    return FrameJson.of(this);
  }

  /**
   * The first frame after authentication.
   *
   * @param sessionId the session
   * @param place the members that name the resource, such as {@code roomId}
   * @param participantId the receiver's public id
   * @param nickname the receiver's name
   * @param lastMessageId the newest item's id; null when there is none
   * @param lastSeq the newest item's number, 0 when there is none
   * @param participants who is there; those whom a frame can hold are written, with how many there
   *     are in all
   * @param heartbeatMs how often the client pings
   * @param connectionExpiresAt when API Gateway ends the connection
   */
  record Welcome(
      String sessionId,
      JsonObject place,
      String participantId,
      String nickname,
      @Nullable String lastMessageId,
      long lastSeq,
      List<PresentParticipant> participants,
      long heartbeatMs,
      long connectionExpiresAt)
      implements ServerFrame {

    /** Keeps a copy. */
    public Welcome {
      participants = List.copyOf(participants);
    }
  }

  /**
   * Items of the resource's log.
   *
   * @param place the members that name the resource
   * @param messages the items, ascending
   * @param hasMore whether the log goes on after the last of them
   * @param lastMessageId the last item's id, or the position asked from; null when there is neither
   * @param lastSeq the newest number of the log
   * @param ref the request's reference
   */
  record History(
      JsonObject place,
      List<Json> messages,
      boolean hasMore,
      @Nullable String lastMessageId,
      long lastSeq,
      @Nullable String ref)
      implements ServerFrame {

    /** Keeps a copy. */
    public History {
      messages = List.copyOf(messages);
    }
  }

  /**
   * Somebody came or went.
   *
   * @param event {@code joined}, {@code away}, {@code back} or {@code left}
   * @param participantId who
   * @param name their name
   */
  record Presence(String event, String participantId, String name) implements ServerFrame {}

  /**
   * Who is there.
   *
   * @param participants everybody but the invisible
   * @param ref the request's reference
   */
  record PresenceList(List<PresentParticipant> participants, @Nullable String ref)
      implements ServerFrame {

    /** Keeps a copy. */
    public PresenceList {
      participants = List.copyOf(participants);
    }
  }

  /**
   * The answer to a ping.
   *
   * @param timestamp the server's time
   * @param ref the request's reference
   */
  record Pong(long timestamp, @Nullable String ref) implements ServerFrame {}

  /**
   * The connection nears the two hours that API Gateway allows: open a second one with this token.
   *
   * @param token the token itself, never stored
   * @param expiresAt until when it is accepted
   * @param endpoint where to open the second connection
   */
  record TokenRefresh(String token, long expiresAt, String endpoint) implements ServerFrame {}

  /**
   * The session ends soon.
   *
   * @param reason {@code idle} or {@code max-life}
   * @param expiresAt when
   */
  record SessionExpiring(String reason, long expiresAt) implements ServerFrame {}

  /**
   * A frame of the client was refused. The connection stays.
   *
   * @param error why
   * @param action the action of the refused frame
   * @param ref its reference
   */
  record Refusal(CommandError error, @Nullable String action, @Nullable String ref)
      implements ServerFrame {}

  /**
   * The last frame of a connection.
   *
   * @param reason why it ends
   * @param way how the client comes back
   */
  record Closed(CloseReason reason, WayBack way) implements ServerFrame {}
}
