package dev.baton.survey.core.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.command.ReleaseAction;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How participants come to forms, survey spec §2.4. */
class EntryTest {
  private final World world =
      new World(FormText.form().ask("one"), FormText.form().ask("two").ending("bye", "Bye"));

  @Test
  void aLinkSetsHiddenValuesButNoneOfTheEngine() {
    world.link("form.FORM.group.7%2E5.id.x.pageid.y.seed.1.e_a_b.2.odd");

    assertThat(world.hiddenText("group")).isEqualTo("7.5");
    assertThat(world.hiddenText("form")).isEqualTo("FORM");
    assertThat(world.hiddenText("id")).isEqualTo(World.USER);
    assertThat(world.hiddenText("pageid")).isEqualTo(World.PAGE);
    assertThat(world.hiddenText("platform")).isEqualTo("messenger");
    assertThat(world.hidden("e_a_b")).isNull();
    assertThat(world.hidden("seed")).isNotEqualTo(Json.of(1));
  }

  @Test
  void anAdvertisementIsKnownByItsOwnMember() {
    world.arrive(new Happening.Referral("form.FORM.ad_id.7", "42"));

    assertThat(world.hiddenText("ad_id")).isEqualTo("42");
  }

  @Test
  void aSwitchEmptiesAnswersAndValues() {
    world.link("form.FORM2.a.1").text("x").link("form.FORM.b.2");

    assertThat(world.hidden("a")).isNull();
    assertThat(world.hiddenText("b")).isEqualTo("2");
    assertThat(Objects.requireNonNull(world.participant().survey()).answers()).isEmpty();
    assertThat(world.said()).containsExactly("two", "bye", "one");
  }

  @Test
  void aTakenFormIsNeverStartedAgain() {
    world.link("form.FORM").link("form.FORM");

    assertThat(world.said())
        .containsExactly(
            "one",
            "! Sorry, that answer is not valid. Please try to answer the question again.",
            "one?");
  }

  @Test
  void oneselfIsNoReferrer() {
    world.link("form.FORM.referrer." + World.USER);

    assertThat(world.reason()).isEqualTo("self_referral");
    assertThat(world.state()).isEqualTo(State.START);
  }

  @Test
  void withoutDefaultFormNobodyEndsUpInAStrangersSurvey() {
    world.text("hello").link("a.b").arrive(new Happening.Referral(null, null));

    assertThat(world.reason()).isEqualTo("no_form");
    assertThat(world.last().writes()).isFalse();
    assertThat(world.performed).isEmpty();
  }

  @Test
  void theFirstMessageStartsTheDefaultFormAndAnswersNothing() {
    world.with(new PageSettings("FORM", null, true, false)).text("hello");

    assertThat(world.said()).containsExactly("one");
    assertThat(world.answers).isEmpty();
  }

  @Test
  void anUnknownFormIsAnErrorThatCanBeRetried() {
    world.link("form.LATER.group.7");
    assertThat(world.state()).isEqualTo(State.ERROR);
    ParticipantError error = Objects.requireNonNull(world.participant().error());
    assertThat(error.tag()).isEqualTo(ParticipantError.FORM_NOT_FOUND);
    assertThat(error.message()).contains("LATER");
    assertThat(error.code()).isNull();

    world.form("LATER", FormText.form().ask("late").build(), FormOptionsOf.utc());
    world.release(new ReleaseAction.Retry());

    assertThat(world.said()).containsExactly("late");
    assertThat(world.hiddenText("group")).isEqualTo("7");
  }

  @Test
  void aClosedLinkThatDoesNotReadIsAnError() {
    world.link("r.!");

    assertThat(Objects.requireNonNull(world.participant().error()).tag())
        .isEqualTo(ParticipantError.REF_DECODE);
  }

  @Test
  void aTesterStartsAllOverAgain() {
    world.with(new PageSettings(null, "RESET", true, false));
    world.link("form.FORM").link("form.RESET").link("form.FORM");

    assertThat(world.said()).containsExactly("one", "one");
    assertThat(world.taken).containsExactly("FORM");
  }

  @Test
  void theVersionStaysToTheEnd() {
    world.link("form.FORM2");
    world.form("FORM2", FormText.form().ask("other").build(), FormOptionsOf.utc());

    world.text("x");

    assertThat(world.said()).containsExactly("two", "bye");
  }

  @Test
  void stitchingKeepsWhatIsKnown() {
    world.form(
        "CHAIN",
        FormText.form()
            .ask("first")
            .field("go", "stitch", "On we go")
            .description("{\"stitch\":{\"form\":\"FORM\",\"metadata\":{\"more\":5,\"seed\":1}}}")
            .build(),
        FormOptionsOf.utc());

    world.link("form.CHAIN.group.7");
    Json seed = world.hidden("seed");
    world.text("x");

    assertThat(world.said()).containsExactly("first", "go", "one");
    assertThat(world.hiddenText("group")).isEqualTo("7");
    assertThat(world.hidden("more")).isEqualTo(Json.of(5));
    assertThat(world.hidden("seed")).isEqualTo(seed);
    var survey = Objects.requireNonNull(world.participant().survey());
    assertThat(survey.shortcode()).isEqualTo("FORM");
    assertThat(survey.parentShortcode()).isEqualTo("CHAIN");
    assertThat(survey.answers()).isEmpty();
    assertThat(world.taken).containsExactlyInAnyOrder("CHAIN", "FORM");
  }

  @Test
  void aStitchedFormGoesOnByItsOwnFields() {
    world.form(
        "CHAIN",
        FormText.form()
            .ask("first")
            .field("go", "stitch", "On we go")
            .description("{\"stitch\":{\"form\":\"OTHER\"}}")
            .build(),
        FormOptionsOf.utc());
    world.form("OTHER", FormText.form().say("hello").ask("last").build(), FormOptionsOf.utc());

    world.link("form.CHAIN").text("x");

    assertThat(world.said()).containsExactly("first", "go", "hello", "last");
  }

  @Test
  void aStitchToNoFormIsAnErrorBeforeItsText() {
    world.form(
        "CHAIN",
        FormText.form()
            .field("go", "stitch", "On we go")
            .description("{\"stitch\":{\"form\":\"NONE\"}}")
            .build(),
        FormOptionsOf.utc());

    world.link("form.CHAIN");

    assertThat(world.state()).isEqualTo(State.ERROR);
    assertThat(world.said()).isEmpty();
    world.form("NONE", FormText.form().ask("now").build(), FormOptionsOf.utc());
    world.release(new ReleaseAction.Retry());
    assertThat(world.said()).containsExactly("go", "now");
    assertThat(world.participant().episode()).isNull();
  }

  @Test
  void aClosedLinkBringsItsTicket() {
    world.link("r.AQRGT1JNq80");

    assertThat(world.said()).containsExactly("one");
    assertThat(world.hiddenText("vt")).isEqualTo("abcd");
  }

  @Test
  void whereTheStitchedFormIsMissingContinueIsNoWayOut() {
    world.form(
        "CHAIN",
        FormText.form()
            .field("go", "stitch", "On we go")
            .description("{\"stitch\":{\"form\":\"NONE\"}}")
            .build(),
        FormOptionsOf.utc());

    world.link("form.CHAIN").release(new ReleaseAction.Continue());

    assertThat(world.state()).isEqualTo(State.ERROR);
    assertThat(Objects.requireNonNull(world.participant().error()).tag())
        .isEqualTo(ParticipantError.FORM_NOT_FOUND);
  }
}
