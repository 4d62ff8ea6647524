package dev.baton.survey.core.machine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.FormOptions;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.Timer;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.Firing;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.FaultClass;
import dev.baton.survey.core.participant.effect.TimerKind;
import dev.baton.survey.core.participant.event.Evolution;
import dev.baton.survey.core.participant.event.SurveyEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event in every state, survey spec §1.2. A cell that is not in the table fails. */
class TableTest {
  private static final Map<String, String> TABLE = table();
  private static final String HANDOFF =
      """
      {"type":"handoff","target_app_id":"%s","timeout_minutes":20,"wait":{"op":"or","vars":[
      {"type":"handoff_return"},{"type":"external","value":{"type":"done"}},
      {"type":"timeout","value":"20m"}]}}\
      """
          .formatted(World.TARGET);
  private static final String WAIT =
      """
      {"type":"wait","wait":{"op":"or","vars":[{"type":"external","value":{"type":"done"}},
      {"type":"handoff_return","target_app_id":"%s"},{"type":"timeout","value":"1h"}]}}\
      """
          .formatted(World.TARGET);

  /** Where a participant can be. */
  enum Situation {
    START(world -> {}),
    QOUT(world -> world.link("form.FORM")),
    PLAIN_WAIT(world -> world.link("form.WAIT")),
    HANDOFF(world -> world.link("form.GIVE")),
    END(world -> world.link("form.FORM").text("x")),
    BLOCKED(world -> {
      world.graph.nextSend(Graph.refused(FaultClass.LATER, "613"));
      world.link("form.FORM");
    }),
    BLOCKED_NOT_OWNER(world -> {
      world.graph.nextSend(Graph.notOwner());
      world.link("form.FORM");
    }),
    BLOCKED_IN_WAIT(world -> {
      world.graph.nextSend(Graph.refused(FaultClass.NEVER, "100"));
      world.link("form.WAIT");
    }),
    BLOCKED_IN_RUNNING_WAIT(world -> {
      world.link("form.WAIT").graph.nextSend(Graph.refused(FaultClass.LATER, "613"));
      world.text("hello");
    }),
    BLOCKED_BY_HANDOFF(world -> {
      world.graph.nextPass(Graph.refused(FaultClass.NEVER, "100"));
      world.link("form.STRICT");
    }),
    ERROR(world -> world.link("form.FORM").text("x").link("form.NONE")),
    USER_BLOCKED(world -> world.link("form.FORM").release(new ReleaseAction.Block()));

    private final Consumer<World> reach;

    Situation(Consumer<World> reach) {
      this.reach = reach;
    }
  }

  /** What can happen. */
  enum Event {
    LINK_TO_NEW_FORM(world -> world.link("form.NEW")),
    LINK_TO_TAKEN_FORM(world -> {
      world.taken.add("NEW");
      world.link("form.NEW");
    }),
    LINK_TO_NO_FORM(world -> world.link("form.NONE")),
    UNREADABLE_LINK(world -> world.link("r.!!")),
    LINK_WITHOUT_FORM(world -> world.link("a.b")),
    RESET_LINK(world -> world.link("form.RESET")),
    TEXT(world -> world.text("hello")),
    OLD_TAP(world -> world.tap("x", "elsewhere")),
    MEDIA(world -> world.arrive(new Happening.MediaSent("image", "https://x", null))),
    OPTIN(world -> world.arrive(new Happening.OptedIn("token", "elsewhere"))),
    STANDBY_TEXT(world -> world.standby(new Happening.TextSent("hello"))),
    RETURN(world -> world.returned(World.TARGET, "{\"a\":1}")),
    FOREIGN_RETURN(world -> world.returned("666", "{}")),
    STALE_RETURN(world ->
        world.arrive(
            world.item(
                new Happening.ControlPassed(World.OURS, World.TARGET, World.metadata("{}")),
                1,
                false))),
    RELEASE_BY_PLATFORM(World::idle),
    PASSED_TO_OTHER_APP(world ->
        world.arrive(new Happening.ControlPassed("777", World.TARGET, World.metadata("")))),
    CONTROL_TAKEN(world -> world.arrive(new Happening.ControlTaken("777", null))),
    SIGNAL_THAT_MATCHES(world -> world.signal("{\"type\":\"done\"}")),
    SIGNAL_THAT_DOES_NOT(world -> world.signal("{\"type\":\"other\",\"n\":1}")),
    WAIT_TIMER(world -> fire(world, TimerKind.WAIT, waitTimer(world))),
    STALE_WAIT_TIMER(world -> world.fire(TimerKind.WAIT, 99, Firing.FORCED)),
    FOLLOWUP_TIMER(
        world -> fire(world, TimerKind.FOLLOWUP, world.participant().position().followUp())),
    RETRY_TIMER(world -> fire(world, TimerKind.RETRY, world.participant().outbox().retry())),
    EFFECT_DONE(world -> world.decide(new Command.EffectDone(started(world)))),
    EFFECT_REFUSED_LATER(world -> refused(world, FaultClass.LATER)),
    EFFECT_REFUSED_NEVER(world -> refused(world, FaultClass.NEVER)),
    EFFECT_UNCLEAR(world -> world.decide(new Command.EffectUnclear(started(world), 1))),
    ECHO_OF_STARTED(world -> world.echo(started(world))),
    ECHO_OF_NOTHING(world -> world.echo("77:0")),
    UNKNOWN_EFFECT_DONE(world -> world.decide(new Command.EffectDone("77:0"))),
    UNKNOWN_EFFECT_REFUSED(world ->
        world.decide(new Command.EffectRefused("77:0", 1, Graph.fault(FaultClass.NEVER, "100")))),
    OLDER_ATTEMPT_REFUSED(world ->
        world.decide(
            new Command.EffectRefused(again(world), 1, Graph.fault(FaultClass.NEVER, "100")))),
    OLDER_ATTEMPT_UNCLEAR(world -> world.decide(new Command.EffectUnclear(again(world), 1))),
    CONTINUE(world -> world.release(new ReleaseAction.Continue())),
    RETRY(world -> world.release(new ReleaseAction.Retry())),
    MOVE(world -> world.release(new ReleaseAction.Move("NEW", Map.of()))),
    MOVE_TO_NO_FORM(world -> world.release(new ReleaseAction.Move("NONE", Map.of()))),
    BLOCK(world -> world.release(new ReleaseAction.Block())),
    UNBLOCK(world -> world.release(new ReleaseAction.Unblock())),
    RESET(world -> world.release(new ReleaseAction.Reset()));

    private final Consumer<World> happen;

    Event(Consumer<World> happen) {
      this.happen = happen;
    }
  }

  private static @Nullable Timer waitTimer(World world) {
    var waiting = world.participant().waiting();
    return waiting == null ? null : waiting.timer();
  }

  private static void fire(World world, TimerKind kind, @Nullable Timer timer) {
    world.fire(kind, timer == null ? 99 : timer.round(), Firing.FORCED);
  }

  /** A message that a delivery has in hand. */
  private static String started(World world) {
    Participant participant = world.withoutDelivery().participant();
    long turn = participant.turn() + 1;
    String id = turn + ":0";
    Effect send = new Effect.Send(id, JsonObject.EMPTY);
    SurveyEvent queued = new SurveyEvent.EffectsQueued(turn, List.of(), List.of(send), null);
    SurveyEvent begun = new SurveyEvent.EffectStarted(id, world.now());
    world.restore(Evolution.evolve(Evolution.evolve(participant, queued), begun));
    return id;
  }

  /** A message that a delivery has in hand for the second time. */
  private static String again(World world) {
    String id = started(world);
    world.restore(
        Evolution.evolve(world.participant(), new SurveyEvent.EffectStarted(id, world.now())));
    return id;
  }

  private static void refused(World world, FaultClass faultClass) {
    world.decide(new Command.EffectRefused(started(world), 1, Graph.fault(faultClass, "1")));
  }

  static Stream<Arguments> cells() {
    return Stream.of(Event.values())
        .flatMap(event ->
            Stream.of(Situation.values()).map(situation -> Arguments.of(event, situation)));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("cells")
  void eachEventInEachState(Event event, Situation situation) {
    assertThat(describe(event, situation)).isEqualTo(TABLE.get(event + "|" + situation));
  }

  @Test
  void theTableHasNoCellTooMany() {
    assertThat(TABLE).hasSize(Event.values().length * Situation.values().length);
  }

  private static String describe(Event event, Situation situation) {
    World world = world();
    situation.reach.accept(world);
    world.passWithoutTimers(1_000);
    int rows = world.answers.size();
    event.happen.accept(world);
    Decision decision = world.last();
    List<String> words = new ArrayList<>();
    words.add(
        switch (decision.outcome()) {
          case Outcome.Committed() -> world.state() + " " + world.ref();
          case Outcome.Inert(String reason) -> reason + (decision.writes() ? " noted" : "");
          case Outcome.Refused(String code, String message) -> code;
          case Outcome.DeadLettered(String reason) -> reason;
          case Outcome.Lacks(Need need) -> need.toString();
        });
    words.addAll(world.effects());
    world.answered().stream().skip(rows).forEach(words::add);
    return String.join(", ", words);
  }

  private static World world() {
    World world = new World();
    add(world, "FORM", FormText.form().ask("name").ending("bye", "Bye"));
    add(world, "NEW", FormText.form().ask("new"));
    add(world, "WAIT", FormText.form().field("wait", "statement", "W").description(WAIT).ask("q"));
    add(world, "GIVE", FormText.form().field("give", "handoff", "G").description(HANDOFF).ask("q"));
    add(
        world,
        "STRICT",
        FormText.form()
            .field("give", "handoff", "G")
            .description(HANDOFF.replace("20,", "20,\"on_failure\":\"block\","))
            .ask("q"));
    return world.with(new PageSettings(null, "RESET", true, false));
  }

  private static void add(World world, String shortcode, FormText text) {
    text.member("custom_messages", "{\"label.buttonHint.default\":\"Still there?\"}");
    world.form(shortcode, text.build(), FormOptions.DEFAULT);
  }

  private static Map<String, String> table() {
    try (InputStream stream = TableTest.class.getResourceAsStream("/machine/table.txt")) {
      String text = new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
      return text.lines()
          .filter(line -> line.contains("|"))
          .collect(
              Collectors.toMap(
                  line -> line.substring(0, line.lastIndexOf('|')),
                  line -> line.substring(line.lastIndexOf('|') + 1)));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
