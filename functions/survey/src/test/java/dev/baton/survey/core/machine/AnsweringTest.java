package dev.baton.survey.core.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.row.AnswerRow;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void theTypedReadingOfAnAnswerIsKept() {
    world.link("form.FORM").text("many").text("20");

    assertThat(world.answers.getFirst().value()).isNull();
    assertThat(world.answers.getLast().value()).isEqualTo(Json.of(20));
  }

  @Test
  void aLongAnswerIsCutEverywhere() {
    world.link("form.FORM").text("20").text("b".repeat(30_000));

    assertThat(world.answers.getLast().value()).isEqualTo(Json.of("b".repeat(20_000)));
    assertThat(Objects.requireNonNull(world.participant().survey()).answers().get("two"))
        .isEqualTo(
            new dev.baton.survey.core.values.StoredAnswer(
                "b".repeat(2_000), Json.of("b".repeat(2_000))));
  }

  @ParameterizedTest
  @CsvSource({"19998,20000", "19999,19999", "20000,20000"})
  void noCharacterIsCutInTwo(int letters, int kept) {
    world.link("form.FORM").text("20").text("b".repeat(letters) + "\ud83d\ude00" + "b");

    assertThat(world.answers.getLast().response()).hasSize(kept);
  }

  @Test
  void whatWasWrittenBeforeTheEndIsNotAnsweredAfterIt() {
    world.link("form.FORM");
    Item early = world.item(new Happening.TextSent("early"), world.now(), false);
    world.at(World.START + 10).text("1").text("b").text("c").arrive(early);

    assertThat(world.reason()).isEqualTo("late");
    assertThat(world.said()).endsWith("bye");
  }
}
