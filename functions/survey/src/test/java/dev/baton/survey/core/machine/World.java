package dev.baton.survey.core.machine;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.form.FormOptions;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.handoff.Metadata;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.core.participant.OpenQuestion;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.ParticipantJson;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.Firing;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.HandoffId;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import dev.baton.survey.core.participant.effect.TimerKind;
import dev.baton.survey.core.participant.row.AnswerRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One participant, one page and everything around them, in memory and without waiting: rows, a
 * delivery that performs effects against a {@link Graph}, and timers of a clock that the test
 * moves. Every write goes through the JSON of the item.
 */
final class World {
  static final String PAGE = "112233445566778";
  static final String USER = "4567890123456789";
  static final String OURS = "555000111";
  static final String TARGET = "999888777";
  static final long START = 1_767_225_600_000L;
  static final long MINUTE = 60_000;
  static final long HOUR = 60 * MINUTE;

  final Graph graph = new Graph();
  final List<Effect> performed = new ArrayList<>();
  final Tables tables = new Tables();
  final List<AnswerRow> answers = tables.answers;
  final Map<HandoffId, JsonObject> handoffs = tables.handoffs;
  final Set<String> taken = tables.taken;
  final Schedules schedules = new Schedules();
  final List<Effect.ArmTimer> everArmed = schedules.everArmed;
  final TreeMap<String, Effect.ArmTimer> timers = schedules.timers;
  final List<Item> items = new ArrayList<>();
  private final PageForms forms = new PageForms();
  private final Set<String> claims = new HashSet<>();
  private Consumer<World> invariant = world -> {};
  private PageSettings settings = PageSettings.DEFAULT;
  private Participant participant = Participant.stranger(PAGE, USER, "owner");
  private boolean storesJson = true;
  private boolean delivers = true;
  private boolean delivering;
  private long now = START;
  private @Nullable Decision asked;
  private int keys;

  World(FormText... texts) {
    for (int index = 0; index < texts.length; index++) {
      form("FORM" + (index == 0 ? "" : index + 1), texts[index].build(), FormOptions.DEFAULT);
    }
  }

  /** Adds a form of the page, as its newest version. */
  World form(String shortcode, Json json, FormOptions options) {
    forms.add(shortcode, json, options);
    return this;
  }

  World with(PageSettings other) {
    settings = other;
    return this;
  }

  /** Keeps the participant as it is, which is faster. */
  World inMemory() {
    storesJson = false;
    return this;
  }

  /** A page with these forms, compiled before. */
  static World of(List<Form> compiled) {
    World world = new World();
    compiled.forEach(world.forms::add);
    return world;
  }

  /** Looks at the world after every decision. */
  World always(Consumer<World> holds) {
    invariant = holds;
    return this;
  }

  /** From now on effects stay in the outbox until {@link #deliver}. */
  World withoutDelivery() {
    delivers = false;
    return this;
  }

  World withDelivery() {
    delivers = true;
    deliver();
    return this;
  }

  /** Moves the clock to the time, if that is still to come; no timer fires. */
  World at(long time) {
    now = Math.max(now, time);
    return this;
  }

  World link(String ref) {
    return arrive(new Happening.Referral(ref, null));
  }

  World text(String text) {
    return arrive(new Happening.TextSent(text));
  }

  World tap(String value, @Nullable String ref) {
    return arrive(new Happening.Tapped(value, ref));
  }

  /** Taps an answer of the open question. */
  World tap(String value) {
    return tap(value, ref());
  }

  World returned(String from, String metadata) {
    return arrive(new Happening.ControlPassed(OURS, from, metadata(metadata)));
  }

  World idle() {
    return arrive(new Happening.ControlPassed(null, null, new Metadata.Absent()));
  }

  World arrive(Happening happening) {
    return arrive(item(happening, now, false));
  }

  World standby(Happening happening) {
    return arrive(item(happening, now, true));
  }

  World arrive(Item item) {
    items.add(item);
    return decide(new Command.Arrived(item));
  }

  Item item(Happening happening, long timestamp, boolean standby) {
    return new Item(PAGE, USER, timestamp, "m_" + ++keys, standby, happening);
  }

  World signal(String event) {
    return decide(new Command.Signalled((JsonObject) FormText.json(event), null));
  }

  World release(ReleaseAction action) {
    return decide(new Command.Released(action, null));
  }

  World echo(String eid) {
    return arrive(new Happening.Echoed(eid, JsonObject.EMPTY, null));
  }

  World fire(TimerKind kind, long round, Firing firing) {
    return decide(new Command.TimerFired(kind, round, firing));
  }

  static Metadata metadata(String text) {
    if (text.isEmpty()) {
      return new Metadata.Absent();
    }
    try {
      return new Metadata.Structured(FormText.json(text), text.length());
    } catch (IllegalArgumentException noJson) {
      return new Metadata.Plain(text);
    }
  }

  /** Lets time pass; timers fire when they are due. */
  World pass(long millis) {
    long end = now + millis;
    Effect.ArmTimer due = schedules.take(end);
    while (due != null) {
      now = Math.max(now, due.due());
      fire(due.kind(), due.round(), Firing.SCHEDULER);
      due = schedules.take(end);
    }
    now = end;
    return this;
  }

  /** Lets time pass while the scheduler is off. */
  World passWithoutTimers(long millis) {
    now += millis;
    return this;
  }

  World decide(Command command) {
    asked = commit(command);
    return this;
  }

  private Decision commit(Command command) {
    Decision decision = decision(command);
    apply(decision);
    if (delivers && decision.wake()) {
      deliver();
    }
    return decision;
  }

  /** What the command would do; everything it lacks is loaded. */
  Decision decision(Command command) {
    Loaded loaded = Loaded.NOTHING;
    while (true) {
      Context context = new Context(now, OURS, MINUTE, settings, loaded);
      Decision decision = SurveyMachine.decide(command, participant, context);
      if (!(decision.outcome() instanceof Outcome.Lacks(Need need))) {
        return decision;
      }
      loaded = forms.load(loaded, need, taken);
    }
  }

  private void apply(Decision decision) {
    if (decision.writes()) {
      participant = storesJson ? throughJson(decision) : decision.next();
      tables.write(decision);
    }
    invariant.accept(this);
  }

  private static Participant throughJson(Decision decision) {
    Participant next = ParticipantJson.fromJson((JsonObject) FormText.json(decision.body()));
    if (!next.equals(decision.next())) {
      throw new AssertionError("JSON loses something: " + next + "\n" + decision.next());
    }
    return next;
  }

  /** One delivery, as it runs after a wake-up: until the outbox is empty or its head is not due. */
  void deliver() {
    if (delivering) {
      return;
    }
    delivering = true;
    while (deliverOne()) {}
    delivering = false;
  }

  /** Performs the head of the outbox; whether there was one to perform. */
  boolean deliverOne() {
    OutboxEntry head = participant.outbox().head();
    if (head == null || !head.isStarted()) {
      return false;
    }
    int attempt = head.status().attempt();
    String claim = head.id() + "#" + attempt;
    boolean mine = !head.effect().callsGraph() || claims.add(claim);
    Graph.Answer answer = mine ? graph.answer(head.effect()) : new Graph.Answer.Lost(false);
    boolean happened =
        answer instanceof Graph.Answer.Done
            || (mine && answer instanceof Graph.Answer.Lost(boolean did) && did);
    if (happened) {
      perform(head.effect());
    }
    commit(
        switch (answer) {
          case Graph.Answer.Done() -> new Command.EffectDone(head.id());
          case Graph.Answer.Refused(var fault) ->
              new Command.EffectRefused(head.id(), attempt, fault);
          case Graph.Answer.Lost lost -> new Command.EffectUnclear(head.id(), attempt);
        });
    return true;
  }

  /** A delivery claims the head and dies, before or after it performed it. */
  void die(boolean performs) {
    OutboxEntry head = Objects.requireNonNull(participant.outbox().head());
    claims.add(head.id() + "#" + head.status().attempt());
    if (performs) {
      perform(head.effect());
    }
  }

  void perform(Effect effect) {
    performed.add(effect);
    switch (effect) {
      case Effect.ArmTimer arm -> schedules.arm(arm);
      case Effect.CancelTimer cancel -> schedules.cancel(cancel);
      case Effect.Send send -> {}
      case Effect.PassThread pass -> {}
      case Effect.TakeThread take -> {}
    }
  }

  long now() {
    return now;
  }

  Participant participant() {
    return participant;
  }

  void restore(Participant other) {
    participant = other;
  }

  State state() {
    return participant.state();
  }

  /** The field the participant is at. */
  @Nullable String ref() {
    OpenQuestion question = participant.question();
    return question == null ? null : question.ref();
  }

  /** What the last command of the test came to, not counting deliveries. */
  Decision last() {
    return Objects.requireNonNull(asked);
  }

  Outcome outcome() {
    return last().outcome();
  }

  /** The reason of the last decision, or what it was instead. */
  String reason() {
    return outcome() instanceof Outcome.Inert(String reason) ? reason : outcome().toString();
  }

  /** Everything done outside so far, as short words in order. */
  List<String> story() {
    return performed.stream().map(Words::of).toList();
  }

  /** What was said so far: refs of fields, {@code ref?} for repeated ones, {@code !} for lines. */
  List<String> said() {
    return performed.stream().filter(Effect.Send.class::isInstance).map(Words::of).toList();
  }

  /** What the last decision asked for, without ids. */
  List<String> effects() {
    return last().events().stream()
        .flatMap(event ->
            event instanceof dev.baton.survey.core.participant.event.SurveyEvent.EffectsQueued q
                ? java.util.stream.Stream.concat(q.ahead().stream(), q.behind().stream())
                : java.util.stream.Stream.empty())
        .map(Words::of)
        .toList();
  }

  @Nullable Json hidden(String name) {
    return Objects.requireNonNull(participant.survey()).hidden().get(name);
  }

  /** The hidden value's text as it is printed. */
  @Nullable String hiddenText(String name) {
    Json value = hidden(name);
    return value == null
        ? null
        : value instanceof dev.baton.core.json.JsonText(String text) ? text : value.write();
  }

  List<String> answered() {
    return tables.answered();
  }

  JsonObject handoff() {
    return tables.handoff();
  }

  List<String> outcomes() {
    return tables.outcomes();
  }

  List<String> outbox() {
    return participant.outbox().entries().stream().map(entry -> Words.of(entry.effect())).toList();
  }

  List<String> parked() {
    return participant.outbox().parked().stream().map(entry -> Words.of(entry.effect())).toList();
  }
}
