package dev.baton.core.session;

import dev.baton.core.access.Scopes;
import dev.baton.core.frame.WayBack;
import dev.baton.core.json.JsonObject;

/**
 * What a session is about; it never changes. Times are milliseconds since 1970.
 *
 * @param sessionId {@code ses_} and 22 characters
 * @param domain the domain, such as {@code chat}
 * @param resource what it connects to, such as {@code chat:general}
 * @param ownerId the principal whose session it is
 * @param keyId the key that made it
 * @param scopes what that key may call, also by actions of the connection
 * @param protocol {@code websocket}, {@code sse}, {@code webrtc}, or {@code sse+websocket} where
 *     its client may choose
 * @param participant who its owner is to the others there
 * @param place the members that name the resource in frames, such as {@code roomId}
 * @param wayBack the domain's commands for coming back
 * @param maxReconnects how many tokens may be asked for in a row without a stable connection
 * @param joinedSeq the resource's last number when the session was made
 * @param createdAt when it was made
 * @param seat its place among its owner's live sessions, which no other of them has
 */
public record SessionProfile(
    String sessionId,
    String domain,
    String resource,
    String ownerId,
    String keyId,
    Scopes scopes,
    String protocol,
    SessionParticipant participant,
    JsonObject place,
    WayBack wayBack,
    int maxReconnects,
    long joinedSeq,
    long createdAt,
    String seat) {

  /** What a session of any number is about: its seat is its id. */
  public SessionProfile(
      String sessionId,
      String domain,
      String resource,
      String ownerId,
      String keyId,
      Scopes scopes,
      String protocol,
      SessionParticipant participant,
      JsonObject place,
      WayBack wayBack,
      int maxReconnects,
      long joinedSeq,
      long createdAt) {
    this(
        sessionId,
        domain,
        resource,
        ownerId,
        keyId,
        scopes,
        protocol,
        participant,
        place,
        wayBack,
        maxReconnects,
        joinedSeq,
        createdAt,
        sessionId);
  }

  /** The same of another session. */
  public SessionProfile withSessionId(String other) {
    return new SessionProfile(
        other,
        domain,
        resource,
        ownerId,
        keyId,
        scopes,
        protocol,
        participant,
        place,
        wayBack,
        maxReconnects,
        joinedSeq,
        createdAt);
  }

  /** The same in another seat. */
  public SessionProfile withSeat(String other) {
    return new SessionProfile(
        sessionId,
        domain,
        resource,
        ownerId,
        keyId,
        scopes,
        protocol,
        participant,
        place,
        wayBack,
        maxReconnects,
        joinedSeq,
        createdAt,
        other);
  }

  /** Whether its connections are WebSockets; those of WebRTC carry its signals. */
  public boolean usesSockets() {
    return switch (protocol) {
      case "websocket", "webrtc", "sse+websocket" -> true;
      default -> false;
    };
  }

  /** The id of the resource within its domain, such as {@code general}. */
  public String resourceId() {
    return resource.substring(resource.indexOf(':') + 1);
  }
}
