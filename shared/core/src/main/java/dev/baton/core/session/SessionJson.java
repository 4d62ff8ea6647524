package dev.baton.core.session;

import static dev.baton.core.json.JsonFields.boxed;
import static dev.baton.core.json.JsonFields.flag;
import static dev.baton.core.json.JsonFields.flagged;
import static dev.baton.core.json.JsonFields.number;
import static dev.baton.core.json.JsonFields.numberOrNull;
import static dev.baton.core.json.JsonFields.object;
import static dev.baton.core.json.JsonFields.text;

import dev.baton.core.access.Scopes;
import dev.baton.core.frame.WayBack;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session as the JSON of its item's body. Absent members are null or empty; unknown ones are
 * ignored.
 */
public final class SessionJson {
  private SessionJson() {}

  /** The session's JSON. */
  public static JsonObject toJson(Session session) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("profile", profile(session.profile()))
            .put("version", session.version())
            .put("state", session.state().name())
            .putIfPresent("connected_at", boxed(session.connectedAt()))
            .putIfPresent("disconnected_at", boxed(session.disconnectedAt()))
            .put("last_activity", session.lastActivity())
            .put("deadline", session.deadline())
            .put("timer_at", session.timerAt())
            .put("reconnect_attempts", session.reconnectAttempts())
            .put("ack_seq", session.ackSeq());
    Ending ending = session.ending();
    LiveConnection connection = session.connection();
    OutstandingToken token = session.token();
    return json.putIfPresent("ending", ending == null ? null : ending(ending))
        .putIfPresent("connection", connection == null ? null : connection(connection))
        .putIfPresent("token", token == null ? null : token(token))
        .putIfPresent("entrance", entrance(session.entrance()))
        .build();
  }

  /** The session that {@link #toJson} wrote. */
  public static Session fromJson(JsonObject json) {
    JsonObject ending = json.object("ending");
    JsonObject connection = json.object("connection");
    JsonObject token = json.object("token");
    JsonObject entrance = json.object("entrance");
    return new Session(
        profile(object(json, "profile")),
        number(json, "version"),
        SessionState.valueOf(text(json, "state")),
        numberOrNull(json, "connected_at"),
        numberOrNull(json, "disconnected_at"),
        number(json, "last_activity"),
        ending == null ? null : new Ending(number(ending, "at"), text(ending, "reason")),
        number(json, "deadline"),
        number(json, "timer_at"),
        connection == null ? null : connection(connection),
        token == null
            ? null
            : new OutstandingToken(text(token, "hash"), number(token, "expires_at")),
        (int) number(json, "reconnect_attempts"),
        entrance == null ? Entrance.EMPTY : entrance(entrance),
        number(json, "ack_seq"));
  }

  private static JsonObject profile(SessionProfile profile) {
    SessionParticipant participant = profile.participant();
    return JsonObject.builder()
        .put("session_id", profile.sessionId())
        .put("domain", profile.domain())
        .put("resource", profile.resource())
        .put("owner", profile.ownerId())
        .put("key_id", profile.keyId())
        .put("scopes", profile.scopes().write())
        .put("protocol", profile.protocol())
        .put("participant_id", participant.id())
        .put("name", participant.name())
        .putIfPresent("invisible", flagged(participant.invisible()))
        .put("place", profile.place())
        .put("start", profile.wayBack().start())
        .put("reconnect", profile.wayBack().reconnect())
        .put("max_reconnects", profile.maxReconnects())
        .put("joined_seq", profile.joinedSeq())
        .put("created_at", profile.createdAt())
        .put("seat", profile.seat())
        .build();
  }

  private static SessionProfile profile(JsonObject json) {
    String seat = json.text("seat");
    return new SessionProfile(
        text(json, "session_id"),
        text(json, "domain"),
        text(json, "resource"),
        text(json, "owner"),
        text(json, "key_id"),
        Scopes.parse(text(json, "scopes")),
        text(json, "protocol"),
        new SessionParticipant(
            text(json, "participant_id"), text(json, "name"), flag(json, "invisible")),
        object(json, "place"),
        new WayBack(text(json, "start"), text(json, "reconnect")),
        (int) number(json, "max_reconnects"),
        number(json, "joined_seq"),
        number(json, "created_at"),
        seat == null ? text(json, "session_id") : seat);
  }

  private static JsonObject ending(Ending ending) {
    return JsonObject.builder().put("at", ending.at()).put("reason", ending.reason()).build();
  }

  private static JsonObject token(OutstandingToken token) {
    return JsonObject.builder()
        .put("hash", token.hash())
        .put("expires_at", token.expiresAt())
        .build();
  }

  private static JsonObject connection(LiveConnection connection) {
    return JsonObject.builder()
        .put("id", connection.id())
        .put("opened_at", connection.openedAt())
        .putIfPresent("handed_over", flagged(connection.handedOver()))
        .put("warned_for", connection.warnedFor())
        .build();
  }

  private static LiveConnection connection(JsonObject json) {
    return new LiveConnection(
        text(json, "id"),
        number(json, "opened_at"),
        flag(json, "handed_over"),
        number(json, "warned_for"));
  }

  private static @Nullable JsonObject entrance(Entrance entrance) {
    if (entrance.equals(Entrance.EMPTY)) {
      return null;
    }
    List<Json> knocks = new ArrayList<>();
    entrance
        .knocks()
        .forEach(knock ->
            knocks.add(
                JsonObject.builder()
                    .put("id", knock.connectionId())
                    .put("until", knock.until())
                    .build()));
    return JsonObject.builder()
        .put("knocks", new JsonArray(knocks))
        .put("failures", entrance.failures())
        .put("failures_since", entrance.failuresSince())
        .build();
  }

  private static Entrance entrance(JsonObject json) {
    List<Knock> knocks = new ArrayList<>();
    for (Json element : json.array("knocks")) {
      if (element instanceof JsonObject knock) {
        knocks.add(new Knock(text(knock, "id"), number(knock, "until")));
      }
    }
    return new Entrance(knocks, (int) number(json, "failures"), number(json, "failures_since"));
  }
}
