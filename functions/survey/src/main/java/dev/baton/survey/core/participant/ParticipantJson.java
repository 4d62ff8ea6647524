package dev.baton.survey.core.participant;

import static dev.baton.core.json.JsonFields.number;
import static dev.baton.core.json.JsonFields.numberOrNull;
import static dev.baton.core.json.JsonFields.object;
import static dev.baton.core.json.JsonFields.optional;
import static dev.baton.core.json.JsonFields.text;

import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.waiting.ArmedWait;
import org.jspecify.annotations.Nullable;

/**
 * A participant as the JSON of its item's body. Absent members are null or empty; unknown ones are
 * ignored.
 */
public final class ParticipantJson {
  private ParticipantJson() {}

  /** The participant's JSON. */
  public static JsonObject toJson(Participant participant) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("page_id", participant.pageId())
            .put("user_id", participant.userId())
            .put("owner", participant.owner())
            .put("version", participant.version())
            .put("turn", participant.turn());
    position(json, participant.position());
    RunningSurvey survey = participant.survey();
    LastHandoff last = participant.lastHandoff();
    Episode episode = participant.episode();
    OperatorBlock block = participant.operatorBlock();
    json.putIfPresent("survey", survey == null ? null : SurveyJson.toJson(survey))
        .putIfPresent("last_handoff", last == null ? null : HandoffJson.toJson(last));
    OutboxJson.write(json, participant.outbox());
    json.putIfPresent("episode", episode == null ? null : EpisodeJson.toJson(episode))
        .putIfPresent("operator_block", block == null ? null : OutboxJson.toJson(block));
    contact(json, participant.contact());
    return json.build();
  }

  /** The participant that {@link #toJson} wrote. */
  public static Participant fromJson(JsonObject json) {
    return new Participant(
        text(json, "page_id"),
        text(json, "user_id"),
        text(json, "owner"),
        number(json, "version"),
        number(json, "turn"),
        position(json),
        optional(json, "survey", SurveyJson::fromJson),
        optional(json, "last_handoff", HandoffJson::last),
        OutboxJson.read(json),
        optional(json, "episode", EpisodeJson::fromJson),
        optional(json, "operator_block", OutboxJson::operatorBlock),
        contact(json));
  }

  private static void position(JsonObject.Builder json, Position position) {
    RunningWait wait = position.waiting();
    OpenHandoff handoff = position.handoff();
    json.put("state", position.state().name())
        .putIfPresent("question", question(position.question()))
        .putIfPresent("wait", wait == null ? null : wait(wait))
        .putIfPresent("handoff", handoff == null ? null : HandoffJson.toJson(handoff))
        .putIfPresent("follow_up", timer(position.followUp()));
  }

  private static Position position(JsonObject json) {
    return new Position(
        State.valueOf(text(json, "state")),
        optional(json, "question", ParticipantJson::question),
        optional(json, "wait", ParticipantJson::wait),
        optional(json, "handoff", HandoffJson::open),
        optional(json, "follow_up", ParticipantJson::timer));
  }

  private static @Nullable JsonObject question(@Nullable OpenQuestion question) {
    return question == null
        ? null
        : JsonObject.builder()
            .put("ref", question.ref())
            .put("opened_at", question.openedAt())
            .putIfPresent("opened_by", question.openedBy())
            .build();
  }

  private static OpenQuestion question(JsonObject json) {
    return new OpenQuestion(text(json, "ref"), number(json, "opened_at"), json.text("opened_by"));
  }

  private static JsonObject wait(RunningWait wait) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("armed", wait.armed().toJson())
            .putIfPresent("timer", timer(wait.timer()));
    return (wait.suspended() ? json.put("suspended", true) : json).build();
  }

  private static RunningWait wait(JsonObject json) {
    return new RunningWait(
        ArmedWait.fromJson(object(json, "armed")),
        optional(json, "timer", ParticipantJson::timer),
        JsonFields.flag(json, "suspended"));
  }

  static @Nullable JsonObject timer(@Nullable Timer timer) {
    return timer == null
        ? null
        : JsonObject.builder().put("due", timer.due()).put("round", timer.round()).build();
  }

  static Timer timer(JsonObject json) {
    return new Timer(number(json, "due"), number(json, "round"));
  }

  private static void contact(JsonObject.Builder json, Contact contact) {
    if (!contact.tokens().isEmpty()) {
      json.put("tokens", JsonArray.ofTexts(contact.tokens()));
    }
    json.putIfPresent("thread_owner", contact.threadOwner())
        .put("last_message_at", contact.lastMessageAt())
        .put("seen", contact.seen().encode());
  }

  private static Contact contact(JsonObject json) {
    Long lastMessageAt = numberOrNull(json, "last_message_at");
    return new Contact(
        JsonFields.texts(json, "tokens"),
        json.text("thread_owner"),
        lastMessageAt == null ? 0 : lastMessageAt,
        SeenRing.decode(text(json, "seen")));
  }
}
