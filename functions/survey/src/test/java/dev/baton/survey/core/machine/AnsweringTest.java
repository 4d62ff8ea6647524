package dev.baton.survey.core.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.row.AnswerRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Answers, late and wrong ones, reminders and the end, survey spec §2.3 and §4. */
class AnsweringTest {
  private static final String SORRY = "! Sorry, I can't accept any responses now.";

  private final World world =
      new World(
          FormText.form()
              .field("age", "number", "How old are you, {{hidden:name}}?")
              .ask("two")
              .ask("three")
              .ending("bye", "Bye {{field:two}}"));

  @Test
  void aReplyZeroMillisecondsAfterTheSendCounts() {
    world.withoutDelivery().link("form.FORM");

    world.text("20");

    assertThat(world.answered()).containsExactly("age=20");
    assertThat(world.ref()).isEqualTo("two");
  }

  @Test
  void aBurstAnswersInOrderOfItsLines() {
    world.link("form.FORM").text("20").text("b").text("c");

    assertThat(world.answered()).containsExactly("age=20", "two=b", "three=c");
    assertThat(world.state()).isEqualTo(State.END);
  }

  @Test
  void whatWasWrittenBeforeTheQuestionOpenedNeverAnswersIt() {
    world.link("form.FORM");
    Item early = world.item(new Happening.TextSent("early"), world.now(), false);
    world.at(World.START + 10).text("20").arrive(early);

    assertThat(world.answered()).containsExactly("age=20", "two=early (late)");
    assertThat(world.ref()).isEqualTo("two");
    assertThat(world.last().rows().answers().getFirst().reason()).isEqualTo(AnswerRow.LATE);
  }

  @Test
  void aWrongAnswerIsAskedAgainAndStaysOutOfLogic() {
    world.link("form.FORM").text("many");

    assertThat(world.said())
        .containsExactly("age", "! Sorry, please enter a valid number.", "age?");
    assertThat(world.answered()).containsExactly("age=many (invalid)");
    assertThat(Objects.requireNonNull(world.participant().survey()).answers()).isEmpty();
  }

  @Test
  void onlyWhatTheFormRefersToIsRemembered() {
    world.link("form.FORM").text("20").text("b".repeat(30_000));

    Map<String, ?> remembered = Objects.requireNonNull(world.participant().survey()).answers();
    assertThat(remembered).containsOnlyKeys("two");
    assertThat(world.answers.getLast().response()).hasSize(20_000);
    assertThat(world.participant().survey())
        .extracting(survey -> survey == null ? null : survey.answers().get("two"))
        .extracting(answer -> answer == null ? "" : answer.text())
        .asString()
        .hasSize(2_000);
  }

  @Test
  void everyOldButtonIsInertAtEveryLaterStep() {
    world.link("form.FORM").text("20");

    world.tap("x", "age");
    assertThat(world.reason()).isEqualTo("stale_tap");
    world.text("b").tap("x", "age").tap("x", "two");

    assertThat(world.answered()).containsExactly("age=20", "two=b");
    assertThat(world.ref()).isEqualTo("three");
  }

  @Test
  void aTapWithoutRefCountsByItsValue() {
    world.link("form.FORM").tap("20", null);

    assertThat(world.answered()).containsExactly("age=20");
  }

  @Test
  void afterTheEndAMessageIsAnsweredWithTheEnding() {
    world.link("form.FORM").text("1").text("b").text("c").text("more");

    assertThat(world.said()).endsWith("bye", SORRY, "bye?");
    assertThat(world.state()).isEqualTo(State.END);
  }

  @Test
  void withoutThankYouScreenOnlyTheLineIsSaid() {
    World tiny = new World(FormText.form().ask("one"));

    tiny.link("form.FORM").text("a").text("more");

    assertThat(tiny.said()).containsExactly("one", SORRY);
  }

  @Test
  void statementsAndKeptMovingFieldsAreSentInOneTurn() {
    World burst =
        new World(
            FormText.form()
                .say("a")
                .field("b", "webview", "B")
                .description("{\"url\":\"https://x.org\",\"keepMoving\":true}")
                .ask("c")
                .say("d"));

    burst.link("form.FORM").text("x");

    assertThat(burst.said()).containsExactly("a", "b", "c", "d");
    assertThat(burst.performed.stream().map(Effect::id))
        .containsExactly("1:0", "1:1", "1:2", "2:0");
    assertThat(burst.state()).isEqualTo(State.END);
  }

  @Test
  void aClosedFormSaysSoOnceAndEnds() {
    World closing = new World();
    closing.form(
        "FORM",
        FormText.form().ask("one").ask("two").build(),
        FormOptionsOf.closingAt(World.START + 1_000));

    closing.link("form.FORM").at(World.START + 2_000).text("late");

    assertThat(closing.said()).containsExactly("one", "closed one");
    assertThat(closing.state()).isEqualTo(State.END);
    assertThat(closing.answered()).containsExactly("one=late (closed)");
  }

  @Test
  void aLinkToAClosedFormSaysSo() {
    World closed = new World();
    closed.form("FORM", FormText.form().ask("one").build(), FormOptionsOf.closingAt(1));

    closed.link("form.FORM").link("form.FORM");

    assertThat(closed.said()).containsExactly("closed one");
    assertThat(closed.reason()).isEqualTo("form_taken");
  }

  @Test
  void aQuestionIsRemindedOfOnce() {
    World reminding =
        new World(
            FormText.form()
                .member("custom_messages", "{\"label.buttonHint.default\":\"Hello?\"}")
                .ask("one")
                .ask("two"));

    reminding.link("form.FORM").pass(48 * World.HOUR);

    assertThat(reminding.said()).containsExactly("one", "! Hello?", "one?");
    reminding.text("x").pass(11 * World.HOUR).text("y").pass(48 * World.HOUR);
    assertThat(reminding.said()).containsExactly("one", "! Hello?", "one?", "two");
  }

  @Test
  void theOptinThatNamesTheFieldAnswersItAndItsTokenIsKept() {
    World asking =
        new World(
            FormText.form()
                .field("allow", "notify", "May we?")
                .field("pause", "wait", "A moment")
                .description(
                    """
                    {"type":"wait","wait":{"notifyPermission":true,"type":"timeout","value":"2 days"}}\
                    """)
                .ask("back"));

    asking.link("form.FORM").arrive(new Happening.OptedIn("TOKEN", "allow"));
    assertThat(asking.participant().contact().tokens()).containsExactly("TOKEN");
    assertThat(asking.state()).isEqualTo(State.WAIT_EXTERNAL_EVENT);

    asking.pass(49 * World.HOUR);
    assertThat(asking.performed.getLast())
        .isInstanceOfSatisfying(
            Effect.Send.class,
            send ->
                assertThat(send.body().write())
                    .startsWith("{\"recipient\":{\"one_time_notif_token\":\"TOKEN\"}"));
    assertThat(asking.participant().contact().tokens()).isEmpty();
  }

  @Test
  void fiveTokensAreKeptAndTheOldestGoes() {
    world.link("form.FORM");
    for (int token = 1; token <= 7; token++) {
      world.arrive(new Happening.OptedIn("t" + token, "x"));
    }

    assertThat(world.participant().contact().tokens())
        .isEqualTo(List.of("t3", "t4", "t5", "t6", "t7"));
  }

  @Test
  void aFloodOfWrongAnswersIsNotAnsweredLineByLine() {
    world.withoutDelivery().link("form.FORM");
    for (int line = 0; line < 100; line++) {
      world.text("no number");
    }

    assertThat(world.answers).hasSize(100);
    assertThat(world.outbox()).hasSizeLessThan(40);
    world.text("20");
    assertThat(world.ref()).isEqualTo("two");
  }

  @Test
  void anOperatorMayStartAnotherFormAtAnyPoint() {
    world.link("form.FORM.group.7").text("20");
    world.form("NEW", FormText.form().ask("new").build(), FormOptionsOf.utc());

    world.release(
        new ReleaseAction.Move("NEW", Map.of("by", dev.baton.core.json.Json.of("operator"))));

    assertThat(world.ref()).isEqualTo("new");
    assertThat(world.hiddenText("by")).isEqualTo("operator");
    assertThat(world.hiddenText("group")).isEqualTo("7");
  }
}
