package dev.baton.local.graph.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.thread.ParticipantKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One body on its way to the webhook, and what became of it. The bytes and the signature never
 * change between attempts.
 */
public final class Delivery {

  /** Where a delivery stands. */
  public enum State {
    PENDING,
    DELIVERED,
    GIVEN_UP
  }

  /**
   * One attempt.
   *
   * @param at milliseconds since 1970
   * @param result the HTTP status, or 0 if there was no answer
   * @param problem why there was no answer, else empty
   */
  public record Attempt(long at, int result, String problem) {

    /** The webhook answered 200, which alone counts. */
    public boolean isAccepted() {
      return result == 200;
    }
  }

  private final long id;
  private final List<ParticipantKey> participants;
  private final byte[] body;
  private final String signature;
  private final long madeAt;
  private final List<Attempt> attempts = new ArrayList<>();
  private State state = State.PENDING;

  Delivery(long id, List<ParticipantKey> participants, byte[] body, String signature, long madeAt) {
    this.id = id;
    this.participants = participants;
    this.body = body;
    this.signature = signature;
    this.madeAt = madeAt;
  }

  byte[] body() {
    return body;
  }

  String signature() {
    return signature;
  }

  long madeAt() {
    return madeAt;
  }

  public boolean concerns(String userId) {
    return participants.stream().anyMatch(key -> key.userId().equals(userId));
  }

  public synchronized State state() {
    return state;
  }

  public synchronized List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  /** Notes the attempt and returns how many there were. */
  synchronized int attempted(Attempt attempt, State now) {
    attempts.add(attempt);
    state = now;
    return attempts.size();
  }

  /** As the control API shows it. */
  public synchronized ObjectNode toJson() {
    ObjectNode json =
        Trees.object().put("id", id).put("state", state.name().toLowerCase(Locale.ROOT));
    var users = json.putArray("users");
    participants.forEach(key -> users.add(key.userId()));
    json.put("body", new String(body, StandardCharsets.UTF_8)).put("signature", signature);
    var tried = json.putArray("attempts");
    for (Attempt attempt : attempts) {
      ObjectNode each = tried.addObject().put("at", attempt.at()).put("status", attempt.result());
      if (!attempt.problem().isEmpty()) {
        each.put("problem", attempt.problem());
      }
    }
    return json;
  }
}
