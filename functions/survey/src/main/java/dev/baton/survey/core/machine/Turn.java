package dev.baton.survey.core.machine;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.participant.OpenQuestion;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.RunningSurvey;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.effect.HandoffId;
import dev.baton.survey.core.participant.event.Evolution;
import dev.baton.survey.core.participant.event.SurveyEvent;
import dev.baton.survey.core.participant.row.AnswerRow;
import dev.baton.survey.core.participant.row.HandoffRow;
import dev.baton.survey.core.participant.row.Rows;
import dev.baton.survey.core.text.Missing;
import dev.baton.survey.core.values.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One decision in the making: the participant as it is so far, what happened, and what is asked of
 * the world. Rules tell it what happened; {@link Settlement} closes it.
 */
final class Turn {
  private final Participant before;
  private final Context context;
  private final long happenedAt;
  private final List<SurveyEvent> events = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final List<AnswerRow> answers = new ArrayList<>();
  private final Map<HandoffId, JsonObject> handoffs = new HashMap<>();
  private final List<String> taken = new ArrayList<>();
  private final Map<String, Integer> metrics = new HashMap<>();
  private final Missing missing = new Missing();
  private final TimerWishes timers = new TimerWishes();
  private Participant now;
  private @Nullable Form form;
  private @Nullable Draft opening;
  private @Nullable Outcome outcome;
  private boolean forgetsTaken;
  private boolean remembered;
  private boolean spendsToken;

  /**
   * A decision that begins.
   *
   * @param happenedAt when what it decides about happened, on the platform's clock where that is
   *     known
   */
  Turn(Participant before, Context context, long happenedAt) {
    this.before = before;
    this.now = before;
    this.context = context;
    this.happenedAt = happenedAt;
  }

  Participant before() {
    return before;
  }

  Participant participant() {
    return now;
  }

  State state() {
    return now.state();
  }

  Context context() {
    return context;
  }

  PageSettings settings() {
    return context.settings();
  }

  /** Own clock. */
  long now() {
    return context.now();
  }

  /** What questions and waits take as the time they opened. */
  long happenedAt() {
    return happenedAt;
  }

  /** The number of this decision, if it has effects. */
  long number() {
    return before.turn() + 1;
  }

  TimerWishes timers() {
    return timers;
  }

  Missing missing() {
    return missing;
  }

  void emit(SurveyEvent event) {
    events.add(event);
    now = Evolution.evolve(now, event);
  }

  List<SurveyEvent> events() {
    return events;
  }

  /** Nothing happens to the survey, for that reason. */
  void inert(String reason) {
    outcome = new Outcome.Inert(reason);
  }

  /** The event is to be known when it comes again, though nothing happens to the survey. */
  void remember() {
    remembered = true;
  }

  /** Whether the event is known from now on. */
  boolean isRemembered() {
    return remembered || !events.isEmpty() || !drafts.isEmpty() || !answers.isEmpty();
  }

  void refuse(String code, String message) {
    outcome = new Outcome.Refused(code, message);
  }

  void deadLetter(String reason) {
    outcome = new Outcome.DeadLettered(reason);
  }

  @Nullable Outcome outcome() {
    return outcome;
  }

  void count(String metric) {
    metrics.merge(metric, 1, Integer::sum);
  }

  Map<String, Integer> metrics() {
    if (missing.count() > 0) {
      metrics.put("interpolation_missing", missing.count());
    }
    return metrics;
  }

  /** The survey; there is one in every state but START, and in ERROR out of it. */
  RunningSurvey survey() {
    RunningSurvey survey = now.survey();
    if (survey == null) {
      throw new IllegalStateException("no survey in " + now.state());
    }
    return survey;
  }

  Values values() {
    return survey().values(now.userId());
  }

  /** The form of the survey. */
  Form form() {
    RunningSurvey survey = survey();
    Form known = form;
    if (known == null) {
      known = loaded(new Need.FormVersion(survey.shortcode(), survey.formVersion()));
      form = known;
    }
    return known;
  }

  /** The field that the participant is at, or null. */
  @Nullable Field field() {
    OpenQuestion question = now.question();
    return question == null ? null : form().field(question.ref());
  }

  private Form loaded(Need.FormVersion need) {
    Optional<Form> version = context.loaded().forms().get(need);
    if (version == null) {
      throw new Lacking(need);
    }
    return version.orElseThrow(() -> new IllegalStateException("form is gone: " + need));
  }

  /** The newest version of a form of the page, or null. */
  @Nullable Form newest(String shortcode) {
    Optional<Form> newest = context.loaded().newest().get(shortcode);
    if (newest == null) {
      throw new Lacking(new Need.NewestForm(shortcode));
    }
    return newest.orElse(null);
  }

  /** Continues with a form that was just chosen. */
  void use(Form chosen) {
    form = chosen;
  }

  boolean isTaken(String shortcode) {
    Boolean marked = context.loaded().taken().get(shortcode);
    if (marked == null) {
      throw new Lacking(new Need.Taken(shortcode));
    }
    return marked;
  }

  void markTaken(String shortcode) {
    taken.add(shortcode);
  }

  void forgetTaken() {
    forgetsTaken = true;
  }

  void hidden(Map<String, Json> hidden) {
    emit(new SurveyEvent.HiddenSet(hidden, survey().signalNames()));
  }

  void answerRow(AnswerRow row) {
    answers.add(row);
  }

  /** Sets members of a handoff's record; those set before in this decision stay. */
  void handoffRow(HandoffId id, JsonObject members) {
    handoffs.merge(
        id,
        members,
        (first, second) -> {
          List<JsonObject.Member> all = new ArrayList<>(first.members());
          all.removeIf(member -> second.has(member.name()));
          all.addAll(second.members());
          return new JsonObject(all);
        });
  }

  /** The step, or the next one that no other handoff of this decision has. */
  int freeStep(int step) {
    int free = step;
    while (handoffs.containsKey(new HandoffId(number(), free))) {
      free++;
    }
    return free;
  }

  Rows rows() {
    List<HandoffRow> records = new ArrayList<>();
    handoffs.forEach((id, members) -> records.add(new HandoffRow(id, members)));
    return new Rows(answers, records, taken, forgetsTaken);
  }

  void add(Draft draft) {
    drafts.add(draft);
  }

  /** Adds the effect that sends the open question for the first time. */
  void open(Draft draft) {
    drafts.add(draft);
    opening = draft;
  }

  List<Draft> drafts() {
    return drafts;
  }

  @Nullable Draft opening() {
    return opening;
  }

  /**
   * Whether a handoff that this decision began was not passed yet; it then is not passed at all.
   */
  boolean withdrawPass(HandoffId handoff) {
    return drafts.removeIf(draft -> handoff.equals(draft.passes()));
  }

  /** The next message is the first after a wait that asked for permission. */
  void spendTokenNext() {
    spendsToken = true;
  }

  /** Whether the message now made is the one that spends a token. */
  boolean takesToken() {
    boolean takes = spendsToken;
    spendsToken = false;
    return takes;
  }
}
