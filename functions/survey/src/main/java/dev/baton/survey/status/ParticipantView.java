package dev.baton.survey.status;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.participant.OpenHandoff;
import dev.baton.survey.core.participant.OpenQuestion;
import dev.baton.survey.core.participant.Outbox;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.RunningSurvey;
import dev.baton.survey.core.participant.Timer;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A participant for operators. What is not there is left out; times are milliseconds since 1970.
 * Source: survey specification, section 8.
 *
 * @param participant the participant
 * @param form the form they are in; null when there is none
 * @param formsTaken shortcodes of the forms they have taken
 * @param updatedAt when the participant was last written
 */
record ParticipantView(
    Participant participant,
    @Nullable Form form,
    List<String> formsTaken,
    @Nullable Long updatedAt) {

  JsonObject toJson() {
    JsonObject.Builder view =
        JsonObject.builder()
            .put("page_id", participant.pageId())
            .put("user_id", participant.userId())
            .put("state", participant.state().name())
            .put("settled", participant.settled())
            .put("turn", participant.turn());
    putSurvey(view);
    view.putIfPresent("question", question())
        .putIfPresent("wait", WaitView.of(participant.waiting()))
        .putIfPresent("handoff", handoff());
    putError(view);
    putValues(view);
    return view.put("forms_taken", JsonArray.ofTexts(formsTaken))
        .putIfPresent("thread_owner", participant.contact().threadOwner())
        .put("outbox", outbox())
        .putIfPresent("retry", timer(participant.outbox().retry()))
        .putIfPresent("follow_up", timer(participant.position().followUp()))
        .putIfPresent("updated_at", updatedAt == null ? null : Json.of(updatedAt))
        .build();
  }

  private void putSurvey(JsonObject.Builder view) {
    RunningSurvey survey = participant.survey();
    if (survey != null) {
      view.put("shortcode", survey.shortcode())
          .put("parent_shortcode", survey.parentShortcode())
          .put("version", survey.formVersion())
          .put("started_at", survey.startedAt());
    }
  }

  private @Nullable JsonObject question() {
    OpenQuestion question = participant.question();
    if (question == null) {
      return null;
    }
    Field field = form == null ? null : form.field(question.ref());
    return JsonObject.builder()
        .put("ref", question.ref())
        .putIfPresent("type", field == null ? null : field.type().wireName())
        .put("opened_at", question.openedAt())
        .build();
  }

  private @Nullable JsonObject handoff() {
    OpenHandoff handoff = participant.handoff();
    if (handoff == null) {
      return null;
    }
    JsonObject.Builder view =
        JsonObject.builder()
            .put("handoff_id", handoff.id().text(participant.pageId(), participant.userId()))
            .put("step", handoff.id().step())
            .put("target_app_id", handoff.target())
            .put("started_at", handoff.startedAt());
    Long passedAt = handoff.passedAt();
    if (passedAt != null) {
      view.put("passed_at", passedAt);
    }
    return view.put("pass_attempts", handoff.passAttempts())
        .put("returned", handoff.returned() != null)
        .build();
  }

  private void putError(JsonObject.Builder view) {
    ParticipantError error = participant.error();
    if (error != null) {
      view.put("error", present(error.toJson()));
      view.putIfPresent(
          "fb_error_code", error.tag().equals(ParticipantError.FB) ? error.code() : null);
    }
  }

  /** What has no value is left out. */
  private static JsonObject present(JsonObject object) {
    return new JsonObject(
        object.members().stream().filter(member -> !(member.value() instanceof JsonNull)).toList());
  }

  private void putValues(JsonObject.Builder view) {
    RunningSurvey survey = participant.survey();
    if (survey != null) {
      view.put("hidden", JsonObject.of(survey.hidden()))
          .put("variables", JsonObject.of(survey.variables()));
    }
  }

  private JsonObject outbox() {
    Outbox outbox = participant.outbox();
    OutboxEntry head = outbox.head();
    JsonObject.Builder view =
        JsonObject.builder()
            .put("size", outbox.entries().size())
            .put("parked", outbox.parked().size());
    if (head != null) {
      view.put("head", head.id()).put("attempts", head.status().attempt());
    }
    return view.build();
  }

  private static @Nullable JsonObject timer(@Nullable Timer timer) {
    return timer == null
        ? null
        : JsonObject.builder().put("due", timer.due()).put("round", timer.round()).build();
  }
}
