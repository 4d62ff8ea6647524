package dev.baton.core.handoff;

import dev.baton.core.command.Protocol;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.time.UtcText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller needs to open the connection that a command hands off to. Source: command
 * specification, section 4.1.
 *
 * @param protocol what is spoken at the endpoint
 * @param endpoint absolute URL without any secret
 * @param credentials what opens it
 * @param metadata what is known about it
 */
public record HandoffResult(
    Protocol protocol, String endpoint, Credentials credentials, Metadata metadata) {

  /**
   * What opens the connection, once.
   *
   * @param token 256 random bits in base64url; a secret
   * @param sessionId the session's id; no secret
   */
  public record Credentials(String token, String sessionId) {

    /** Says the session only, so that no log line ever holds a token. */
    @Override
    public String toString() {
      return "Credentials[" + sessionId + "]";
    }
  }

  /**
   * What is known about the connection.
   *
   * @param expectedLatency milliseconds until a message arrives
   * @param capabilities what the connection can do
   * @param expiresAt until when the token is accepted, in milliseconds since 1970
   * @param reconnect how it may come back
   * @param description what it is, one sentence
   * @param catchUp the position of the resource when this was issued
   * @param runId the run that it shows; null when it shows no certain one
   */
  public record Metadata(
      long expectedLatency,
      List<String> capabilities,
      long expiresAt,
      Reconnect reconnect,
      String description,
      CatchUp catchUp,
      @Nullable String runId) {

    /** Metadata over a copy of the list. */
    public Metadata {
      capabilities = List.copyOf(capabilities);
    }

    /** Metadata of what shows no run. */
    public Metadata(
        long expectedLatency,
        List<String> capabilities,
        long expiresAt,
        Reconnect reconnect,
        String description,
        CatchUp catchUp) {
      this(expectedLatency, capabilities, expiresAt, reconnect, description, catchUp, null);
    }
  }

  /**
   * How a lost connection may come back.
   *
   * @param allowed whether it may
   * @param maxAttempts attempts that are left
   * @param backoffMs milliseconds to wait before the first
   */
  public record Reconnect(boolean allowed, int maxAttempts, int backoffMs) {}

  /**
   * The position of the resource when a handoff was issued.
   *
   * @param fromMessageId the last item the caller has seen; null when it named none
   * @param lastMessageId the resource's last item; null when it has none
   * @param lastSeq its number, 0 when there is none
   * @param missed items after {@code fromMessageId}
   */
  public record CatchUp(
      @Nullable String fromMessageId, @Nullable String lastMessageId, long lastSeq, long missed) {}

  /** The data of the command's result. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("protocol", protocol.word())
        .put("endpoint", endpoint)
        .put(
            "credentials",
            JsonObject.builder()
                .put("token", credentials.token())
                .put("sessionId", credentials.sessionId())
                .build())
        .put("metadata", metadataJson())
        .build();
  }

  private JsonObject metadataJson() {
    Reconnect reconnect = metadata.reconnect();
    CatchUp catchUp = metadata.catchUp();
    return JsonObject.builder()
        .put("expectedLatency", metadata.expectedLatency())
        .put("capabilities", JsonArray.ofTexts(metadata.capabilities()))
        .put("expiresAt", UtcText.write(metadata.expiresAt()))
        .put(
            "reconnect",
            JsonObject.builder()
                .put("allowed", reconnect.allowed())
                .put("maxAttempts", reconnect.maxAttempts())
                .put("backoffMs", reconnect.backoffMs())
                .build())
        .put("description", metadata.description())
        .put(
            "catchUp",
            JsonObject.builder()
                .putIfPresent("fromMessageId", catchUp.fromMessageId())
                .putIfPresent("lastMessageId", catchUp.lastMessageId())
                .put("lastSeq", catchUp.lastSeq())
                .put("missed", catchUp.missed())
                .build())
        .putIfPresent("runId", metadata.runId())
        .build();
  }
}
