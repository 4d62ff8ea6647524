package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.Scenes.counted;
import static dev.baton.survey.core.machine.Scenes.object;
import static dev.baton.survey.core.machine.Scenes.paused;
import static dev.baton.survey.core.machine.Scenes.pausing;
import static dev.baton.survey.core.machine.Scenes.timeout;
import static dev.baton.survey.core.machine.World.HOUR;
import static dev.baton.survey.core.machine.World.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.FaultClass;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Effects whose result never became known, and echoes, survey spec §3.2 and §3.4. */
class DoubtTest {
  private final World world =
      new World(FormText.form().say("hi").ask("one").ask("two").ending("bye", "Bye"));

  @Test
  void aMessageWithoutResultIsSentOnceMoreAfterAMinute() {
    world.graph.nextSend(Graph.NEVER_SENT);

    world.link("form.FORM").pass(MINUTE - 1);
    assertThat(world.said()).isEmpty();
    world.pass(1);

    assertThat(world.said()).containsExactly("hi", "one");
  }

  @Test
  void aSecondDoubtCountsAsSent() {
    world.graph.nextSend(Graph.LOST);
    world.graph.nextSend(Graph.LOST);

    world.link("form.FORM").pass(MINUTE);

    assertThat(world.said()).containsExactly("hi", "hi", "one");
    assertThat(world.participant().settled()).isTrue();
  }

  @Test
  void theEchoOfAMessageWithoutResultHealsIt() {
    world.graph.nextSend(Graph.LOST);

    world.link("form.FORM").echo("1:0");

    assertThat(world.said()).containsExactly("hi", "one");
    assertThat(world.participant().outbox().retry()).isNull();
    world.pass(HOUR);
    assertThat(world.said()).containsExactly("hi", "one");
  }

  @Test
  void theEchoThatOvertakesTheResultIsKept() {
    world.withoutDelivery().link("form.FORM").echo("1:0");
    assertThat(world.last().wake()).isFalse();

    world.decide(new Command.EffectUnclear("1:0", 1));

    assertThat(world.outbox()).containsExactly("one");
    assertThat(world.participant().outbox().isRunning()).isTrue();
  }

  @Test
  void withoutTagAnEchoHealsTheMessageOfTheSameContent() {
    World plain = new World(FormText.form().ask("one"));
    plain.with(new PageSettings(null, null, false, false)).graph.nextSend(Graph.LOST);
    plain.link("form.FORM");
    var metadata = object("{\"ref\":\"one\",\"type\":\"short_text\"}");

    plain.passWithoutTimers(1).arrive(new Happening.Echoed(null, metadata, "Other"));
    assertThat(plain.participant().settled()).isFalse();
    plain.arrive(new Happening.Echoed(null, metadata, "Tell me one"));

    assertThat(plain.outbox()).isEmpty();
  }

  @Test
  void aDeliveryThatDiedIsHealedByTheNext() {
    world.withoutDelivery().link("form.FORM");
    world.decide(new Command.EffectUnclear("1:0", 1));

    world.withDelivery().pass(MINUTE);

    assertThat(world.said()).containsExactly("hi", "one");
  }

  @Test
  void theTimerOfARetryMayBeLost() {
    world.graph.nextSend(Graph.NEVER_SENT);
    world.link("form.FORM").passWithoutTimers(MINUTE);

    world.text("hello?");

    assertThat(world.said()).containsExactly("hi", "one", "two");
  }

  @Test
  void theMinuteOfADoubtCountsFromTheAttempt() {
    world.withoutDelivery().link("form.FORM").passWithoutTimers(20_000);

    world.decide(new Command.EffectUnclear("1:0", 1));

    assertThat(Objects.requireNonNull(world.participant().outbox().retry()).due())
        .isEqualTo(World.START + MINUTE);
  }

  @Test
  void aMessageThatCountsAsSentIsCounted() {
    world.graph.nextSend(Graph.LOST);
    world.link("form.FORM").withoutDelivery().pass(MINUTE);

    world.decide(new Command.EffectUnclear("1:0", 2));

    assertThat(counted(world)).containsEntry("counted_as_sent", 1);
  }

  @Test
  void aRefusalAfterItsEchoIsNoRefusal() {
    world.withoutDelivery().link("form.FORM").echo("1:0");

    world.decide(new Command.EffectRefused("1:0", 1, Graph.fault(FaultClass.NEVER, "100")));

    assertThat(world.state()).isEqualTo(State.QOUT);
    assertThat(world.outbox()).containsExactly("one");
  }

  @Test
  void aRefusalThatComesAfterTheDoubtEndsTheWaitForAnEcho() {
    world.withoutDelivery().link("form.FORM").decide(new Command.EffectUnclear("1:0", 1));

    world.decide(new Command.EffectRefused("1:0", 1, Graph.fault(FaultClass.NEVER, "100")));

    assertThat(world.state()).isEqualTo(State.BLOCKED);
    assertThat(world.participant().outbox().retry()).isNull();
  }

  @Test
  void whatComesOfAnOlderAttemptDecidesNothingAboutTheOneInHand() {
    world.graph.nextSend(Graph.LOST);
    world.link("form.FORM").withoutDelivery().pass(MINUTE);
    OutboxEntry second = Objects.requireNonNull(world.participant().outbox().head());

    world.decide(new Command.EffectUnclear("1:0", 1));
    assertThat(world.reason()).isEqualTo("older_attempt");
    world.decide(new Command.EffectRefused("1:0", 1, Graph.fault(FaultClass.NEVER, "190")));
    assertThat(world.reason()).isEqualTo("older_attempt");

    assertThat(counted(world)).isEmpty();
    assertThat(second.status().attempt()).isEqualTo(2);
    assertThat(world.participant().outbox().head()).isEqualTo(second);
  }

  @Test
  void whatAnOlderAttemptDidIsDone() {
    world.graph.nextSend(Graph.LOST);
    world.link("form.FORM").withoutDelivery().pass(MINUTE);

    world.decide(new Command.EffectDone("1:0"));

    assertThat(world.outbox()).containsExactly("one");
    assertThat(world.participant().outbox().isRunning()).isTrue();
  }

  @Test
  void theEchoOfAMessageThatWasNotYetSentMeansNothing() {
    world.withoutDelivery().link("form.FORM").echo("1:1");

    assertThat(world.reason()).isEqualTo("echo");
    assertThat(world.outbox()).containsExactly("hi", "one");
  }

  @Test
  void theEchoOfADoubtfulMessageThatWaitsBehindATimerHealsIt() {
    World waiting = pausing(timeout("1h"));
    waiting.graph.nextSend(Graph.LOST);
    waiting.graph.nextSend(Graph.refused(FaultClass.LATER, "613"));
    waiting.link("form.FORM").pass(MINUTE);
    assertThat(waiting.state()).isEqualTo(State.BLOCKED);

    waiting.withoutDelivery().pass(MINUTE);
    assertThat(waiting.outbox()).containsExactly("arm wait", "pause");
    waiting.echo("1:1");

    assertThat(waiting.outbox()).containsExactly("arm wait");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0})
  void withoutTagAnEchoIsOfNoAttemptThatBeganLater(long millisAfterTheAttempt) {
    World plain = new World(FormText.form().ask("one"));
    plain.with(new PageSettings(null, null, false, false)).graph.nextSend(Graph.LOST);
    plain.link("form.FORM");
    var metadata = object("{\"ref\":\"one\",\"type\":\"short_text\"}");

    plain.arrive(
        plain.item(
            new Happening.Echoed(null, metadata, "Tell me one"),
            plain.now() + millisAfterTheAttempt,
            false));

    assertThat(plain.outbox()).containsExactly("one");
  }

  @Test
  void nobodyIsInDoubtAboutAnEffectThatIsDone() {
    world.link("form.FORM").decide(new Command.EffectUnclear("1:0", 1));

    assertThat(world.reason()).isEqualTo("unknown_effect");
  }

  @Test
  void aTimerWithoutResultIsSetOnceMore() {
    World waiting = pausing(timeout("1h"));
    waiting.graph.next(Scenes::arms, Graph.NEVER_SENT);

    waiting.link("form.FORM");

    assertThat(waiting.story()).containsExactly("arm wait", "pause");
    assertThat(waiting.participant().settled()).isTrue();
  }

  @Test
  void aTimerWithoutResultIsDeletedOnceMore() {
    World waiting = paused(timeout("1h"));
    waiting.graph.next(effect -> effect instanceof Effect.CancelTimer, Graph.NEVER_SENT);

    waiting.release(new ReleaseAction.Continue());

    assertThat(waiting.story()).endsWith("cancel wait", "after");
    assertThat(waiting.timers).isEmpty();
  }
}
