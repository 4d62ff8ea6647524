package dev.baton.survey.core.machine;

import dev.baton.core.json.Json;
import dev.baton.survey.core.answer.MessageKeys;
import dev.baton.survey.core.entry.Referral;
import dev.baton.survey.core.entry.Referrals;
import dev.baton.survey.core.entry.Seeds;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.participant.Episode.Cause;
import dev.baton.survey.core.participant.OpenQuestion;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.RunningSurvey;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.event.SurveyEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a participant comes to a form: by a link, by the page's default form, or not at all. Source:
 * survey spec §2.4.
 */
final class Entry {
  private static final Referral.Link NO_LINK = new Referral.Link(null, Map.of(), null);
  private static final String MESSENGER = "messenger";
  private static final String REFERRER = "referrer";

  private Entry() {}

  /** A link, an advertisement or the get-started button. */
  static void referred(Turn turn, Happening.Referral happening) {
    String ref = happening.ref();
    switch (ref == null ? NO_LINK : Referrals.decode(ref)) {
      case Referral.Undecodable() ->
          unusable(
              turn,
              ParticipantError.REF_DECODE,
              "The link '" + ref + "' does not read.",
              new Cause.Nothing());
      case Referral.Link link -> linked(turn, link, happening.adId());
    }
  }

  /** The first message of somebody who is in no survey. */
  static void firstMessage(Turn turn) {
    linked(turn, NO_LINK, null);
  }

  private static void linked(Turn turn, Referral.Link link, @Nullable String adId) {
    String named = link.shortcode();
    if (named != null && named.equals(turn.settings().resetShortcode())) {
      reset(turn);
      return;
    }
    if (turn.participant().userId().equals(link.values().get(REFERRER))) {
      turn.inert("self_referral");
      return;
    }
    String shortcode = named == null ? turn.settings().defaultForm() : named;
    if (shortcode == null) {
      turn.inert("no_form");
      return;
    }
    open(turn, shortcode, values(link, adId));
  }

  private static Map<String, String> values(Referral.Link link, @Nullable String adId) {
    Map<String, String> values = new LinkedHashMap<>(link.values());
    if (adId != null) {
      values.put(Hidden.AD_ID, adId);
    }
    if (link.ticket() != null) {
      values.put(Hidden.TICKET, link.ticket());
    }
    return values;
  }

  /** Starts the form, if there is one of that name and the participant never took it. */
  static void open(Turn turn, String shortcode, Map<String, String> values) {
    Form form = turn.newest(shortcode);
    if (form == null) {
      unusable(
          turn,
          ParticipantError.FORM_NOT_FOUND,
          "There is no form '" + shortcode + "' on this page.",
          new Cause.Link(shortcode, values));
      return;
    }
    if (turn.isTaken(shortcode)) {
      takenBefore(turn);
      return;
    }
    leaveCurrent(turn, Trigger.REFERRAL);
    start(turn, form, values);
  }

  /** A link that leads nowhere stops nobody who is in a survey. */
  private static void unusable(Turn turn, String tag, String message, Cause cause) {
    switch (turn.state()) {
      case START, END, ERROR -> Failing.fail(turn, tag, message, cause);
      case QOUT, WAIT_EXTERNAL_EVENT, BLOCKED, USER_BLOCKED ->
          turn.inert(tag.toLowerCase(java.util.Locale.ROOT));
    }
  }

  private static void takenBefore(Turn turn) {
    OpenQuestion question = turn.participant().question();
    Field field =
        turn.state() == State.QOUT && question != null ? turn.form().field(question.ref()) : null;
    if (field == null || !Speaking.hasRoom(turn)) {
      turn.inert("form_taken");
      return;
    }
    Speaking.again(turn, turn.form().messages().text(MessageKeys.MUST_ENTER), field);
  }

  /** Ends what the participant is in, so that something else can begin. */
  static void leaveCurrent(Turn turn, Trigger trigger) {
    Handoffs.cancel(turn, trigger);
    Blocking.abandon(turn);
  }

  private static void start(Turn turn, Form form, Map<String, String> values) {
    Map<String, Json> typed = new LinkedHashMap<>();
    values.forEach((name, value) -> typed.put(name, Json.of(value)));
    Field first = startAt(turn, form, typed);
    if (first != null) {
      Walking.enter(turn, first);
    }
  }

  /** Starts the form afresh; its first field, or null when it is closed. */
  static @Nullable Field startAt(Turn turn, Form form, Map<String, Json> values) {
    long seed = Seeds.of(form.shortcode(), turn.participant().userId());
    turn.emit(
        new SurveyEvent.SurveyStarted(
            new RunningSurvey(
                form.shortcode(),
                form.version(),
                form.shortcode(),
                turn.now(),
                seed,
                Map.of(),
                hidden(turn, form, seed, values),
                form.variables(),
                Map.of())));
    return begin(turn, form);
  }

  private static Map<String, Json> hidden(
      Turn turn, Form form, long seed, Map<String, Json> values) {
    Map<String, Json> hidden = new LinkedHashMap<>();
    hidden.put("id", Json.of(turn.participant().userId()));
    hidden.put(Hidden.FORM, Json.of(form.shortcode()));
    hidden.put(Hidden.START_TIME, Json.of(turn.now()));
    hidden.put(Hidden.PAGE_ID, Json.of(turn.participant().pageId()));
    hidden.put(Hidden.PLATFORM, Json.of(MESSENGER));
    hidden.put(Seeds.NAME, Json.of(seed));
    putIfGiven(hidden, Hidden.AD_ID, values);
    putIfGiven(hidden, Hidden.TICKET, values);
    Hidden.addForeign(hidden, values, form.variables());
    return hidden;
  }

  private static void putIfGiven(Map<String, Json> hidden, String name, Map<String, Json> values) {
    Json value = values.get(name);
    if (value != null) {
      hidden.put(name, value);
    }
  }

  /** Counts the form as taken; its first field, or null when it is closed. */
  static @Nullable Field begin(Turn turn, Form form) {
    turn.use(form);
    turn.markTaken(form.shortcode());
    if (Closing.isClosed(turn)) {
      Closing.close(turn, form.first().ref());
      return null;
    }
    return form.first();
  }

  /** Back to START; every form may be taken again. */
  static void reset(Turn turn) {
    leaveCurrent(turn, Trigger.RESET);
    turn.forgetTaken();
    turn.emit(new SurveyEvent.SurveyReset());
  }
}
