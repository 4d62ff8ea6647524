package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.World.START;
import static dev.baton.survey.core.machine.World.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.FormOptions;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.form.Forms;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.FaultClass;
import dev.baton.survey.core.participant.effect.TimerKind;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The worked example, survey spec §10: states, turns, rows and effects, and its other endings. */
class WorkedExampleTest {
  private static final String RESULTS =
      """
      {"completion_status":"success","assessment_results":{"reading_level":6,\
      "comprehension_score":82},"recommendations":["literacy_support","visual_aids"]}\
      """;

  private final World world =
      new World(FormText.form().ask("other"))
          .form("READ01", Forms.resource("reading.json"), FormOptions.DEFAULT)
          .form("OTHER", FormText.form().ask("other").build(), FormOptions.DEFAULT);

  @Test
  void theWholeSurvey() {
    world.link("form.READ01.age_group.25-34");
    assertTurn(1, State.QOUT, "name");
    assertThat(world.performed).containsExactly(send("1:0", NAME));
    assertThat(Objects.requireNonNull(world.participant().survey()).seed())
        .isEqualTo(3_382_297_316L);

    world.arrive(new Happening.Echoed("1:0", JsonObject.EMPTY, "Welcome!"));
    assertThat(world.last().writes()).isFalse();
    assertTurn(1, State.QOUT, "name");

    world.passWithoutTimers(10_000).text("Ana");
    assertTurn(2, State.QOUT, "region");
    assertThat(world.answered()).containsExactly("name=Ana");
    assertThat(world.performed.getLast()).isEqualTo(send("2:0", REGION));

    world.passWithoutTimers(10_000).tap("City", "region");
    assertTurn(3, State.WAIT_EXTERNAL_EVENT, "reading");
    assertThat(world.answered()).containsExactly("name=Ana", "region=City");
    assertThat(fromTurn(3))
        .containsExactly(
            new Effect.ArmTimer("3:0", TimerKind.WAIT, 3, START + 1_220_000),
            send("3:1", TRANSITION),
            new Effect.PassThread(
                "3:2",
                object(PASS),
                TARGET,
                new dev.baton.survey.core.participant.effect.HandoffId(3, 1)));
    assertThat(world.handoff().text("handoff_id"))
        .isEqualTo("112233445566778/4567890123456789/3/1");

    world.passWithoutTimers(80_000).standby(new Happening.TextSent("The cat sat on the mat"));
    assertThat(world.outcome()).isInstanceOf(Outcome.Inert.class);
    assertTurn(3, State.WAIT_EXTERNAL_EVENT, "reading");

    world.passWithoutTimers(520_000).returned(TARGET, RESULTS);
    assertTurn(4, State.QOUT, "standard_1");
    assertThat(fromTurn(4))
        .containsExactly(
            new Effect.CancelTimer("4:0", TimerKind.WAIT, 3),
            send("4:1", result("6")),
            send("4:2", STANDARD));
    assertHiddenAfterReturn();
    assertThat(world.handoff().text("outcome")).isEqualTo("returned");
    assertThat(world.handoff().get("duration_ms")).isEqualTo(Json.of(600_000));

    world.passWithoutTimers(10_000).tap("3", "standard_1");
    assertTurn(5, State.END, "bye");
    assertThat(fromTurn(5)).containsExactly(send("5:0", BYE));
    assertThat(world.answered()).containsExactly("name=Ana", "region=City", "standard_1=3");
    assertThat(world.participant().settled()).isTrue();
  }

  @Test
  void withoutReturnTheTimerTakesControlBack() {
    handOff();

    world.pass(20 * World.MINUTE);

    assertTurn(4, State.QOUT, "standard_1");
    assertThat(fromTurn(4))
        .containsExactly(
            new Effect.TakeThread(
                "4:0", object(TAKE), new dev.baton.survey.core.participant.effect.HandoffId(3, 1)),
            send("4:1", result("")),
            send("4:2", STANDARD));
    assertThat(world.hiddenText("e_handover_outcome")).isEqualTo("timed_out");

    var before = world.participant();
    world.returned(TARGET, RESULTS);
    assertThat(world.handoff().get("late_return_at")).isEqualTo(Json.of(world.now()));
    assertThat(world.participant().survey()).isEqualTo(before.survey());
    assertThat(world.participant().position()).isEqualTo(before.position());
    assertThat(world.participant().outbox()).isEqualTo(before.outbox());
  }

  @Test
  void theSecondOfTwoEqualReturnsIsInert() {
    handOff();
    Item item =
        world.item(
            new Happening.ControlPassed(World.OURS, TARGET, World.metadata(RESULTS)),
            world.now(),
            false);

    world.arrive(item);
    world.arrive(item);

    assertThat(world.reason()).isEqualTo("duplicate");
    assertThat(world.last().writes()).isFalse();
    assertTurn(4, State.QOUT, "standard_1");
  }

  @Test
  void theReturnOfAnotherAppIsInert() {
    handOff();

    world.returned("666", RESULTS);

    assertThat(world.reason()).isEqualTo("foreign_return");
    assertTurn(3, State.WAIT_EXTERNAL_EVENT, "reading");
  }

  @Test
  void anIdleThreadGoesOnWithoutResults() {
    handOff();

    world.idle();

    assertTurn(4, State.QOUT, "standard_1");
    assertThat(world.hiddenText("e_handover_outcome")).isEqualTo("idle");
    assertThat(world.effects()).containsExactly("cancel wait", "result", "standard_1");
  }

  @Test
  void aRefusedPassGoesOnAtOnce() {
    world.graph.nextPass(Graph.refused(FaultClass.NEVER, "100"));
    handOff();

    assertTurn(4, State.QOUT, "standard_1");
    assertThat(world.hiddenText("e_handover_outcome")).isEqualTo("failed");
    assertThat(world.hiddenText("e_handover_error_code")).isEqualTo("100");
    assertThat(world.timers).isEmpty();
    assertThat(world.story()).endsWith("cancel wait", "result", "standard_1");
  }

  @Test
  void aLinkToAnotherFormTakesControlBackAndStartsIt() {
    handOff();

    world.link("form.OTHER");

    assertTurn(4, State.QOUT, "other");
    assertThat(world.handoff().text("outcome")).isEqualTo("cancelled");
    assertThat(world.handoff().text("ended_by")).isEqualTo("referral");
    assertThat(world.effects()).containsExactly("cancel wait", "take", "other");
  }

  @Test
  void anOperatorLetsTheSurveyGoOn() {
    handOff();

    world.release(new ReleaseAction.Continue());

    assertTurn(4, State.QOUT, "standard_1");
    assertThat(world.handoff().text("outcome")).isEqualTo("cancelled");
    assertThat(world.handoff().text("ended_by")).isEqualTo("release");
    assertThat(world.effects()).containsExactly("cancel wait", "take", "result", "standard_1");
  }

  private void handOff() {
    world.link("form.READ01.age_group.25-34").passWithoutTimers(10_000).text("Ana");
    world.passWithoutTimers(10_000).tap("City", "region");
  }

  private void assertTurn(long turn, State state, String ref) {
    assertThat(world.participant().turn()).isEqualTo(turn);
    assertThat(world.state()).isEqualTo(state);
    assertThat(world.ref()).isEqualTo(ref);
  }

  private void assertHiddenAfterReturn() {
    assertThat(Objects.requireNonNull(world.participant().survey()).hidden())
        .containsEntry("e_handover_completion_status", Json.of("success"))
        .containsEntry("e_handover_assessment_results_reading_level", Json.of(6))
        .containsEntry("e_handover_assessment_results_comprehension_score", Json.of(82))
        .containsEntry("e_handover_recommendations_0", Json.of("literacy_support"))
        .containsEntry("e_handover_recommendations_1", Json.of("visual_aids"))
        .containsEntry("e_handover_outcome", Json.of("returned"))
        .containsEntry("e_handover_target_app_id", Json.of(TARGET))
        .containsEntry("e_handover_duration_seconds", Json.of(600))
        .containsEntry("age_group", Json.of("25-34"))
        .containsEntry("form", Json.of("READ01"));
  }

  private List<Effect> fromTurn(long turn) {
    return world.performed.stream().filter(effect -> effect.turn() == turn).toList();
  }

  private static Effect send(String id, String body) {
    return new Effect.Send(id, object(body.formatted(id)));
  }

  private static JsonObject object(String text) {
    return (JsonObject) FormText.json(text);
  }

  private static final String TO = "{\"recipient\":{\"id\":\"4567890123456789\"},";
  private static final String MESSAGE = TO + "\"messaging_type\":\"RESPONSE\",\"message\":{";
  private static final String NAME =
      MESSAGE
          + """
          "text":"Welcome! What is your first name?",\
          "metadata":"{\\"ref\\":\\"name\\",\\"type\\":\\"short_text\\",\\"eid\\":\\"%s\\"}"}}\
          """;
  private static final String REGION =
      MESSAGE
          + """
          "text":"Where do you live?","quick_replies":[\
          {"content_type":"text","title":"City",\
          "payload":"{\\"value\\":\\"City\\",\\"ref\\":\\"region\\"}"},\
          {"content_type":"text","title":"Village",\
          "payload":"{\\"value\\":\\"Village\\",\\"ref\\":\\"region\\"}"}],\
          "metadata":"{\\"ref\\":\\"region\\",\\"type\\":\\"multiple_choice\\",\
          \\"eid\\":\\"%s\\"}"}}\
          """;
  private static final String TRANSITION =
      MESSAGE
          + """
          "text":"Thank you, Ana. A short reading exercise comes next.",\
          "metadata":"{\\"type\\":\\"handoff\\",\\"target_app_id\\":\\"999888777\\",\
          \\"timeout_minutes\\":20,\\"wait\\":{\\"op\\":\\"or\\",\\"vars\\":[\
          {\\"type\\":\\"external\\",\\"value\\":{\\"type\\":\\"handoff_return\\",\
          \\"target_app_id\\":\\"999888777\\"}},{\\"type\\":\\"timeout\\",\\"value\\":\\"20m\\"}]},\
          \\"metadata\\":{\\"participant_id\\":\\"4567890123456789\\",\
          \\"age_group\\":\\"25-34\\",\\"assessment_type\\":\\"reading_comprehension\\"},\
          \\"ref\\":\\"reading\\",\\"eid\\":\\"%s\\"}"}}\
          """;
  private static final String PASS =
      TO
          + """
          "target_app_id":"999888777",\
          "metadata":"{\\"participant_id\\":\\"4567890123456789\\",\\"age_group\\":\\"25-34\\",\
          \\"assessment_type\\":\\"reading_comprehension\\"}"}\
          """;
  private static final String TAKE =
      TO
          + """
          "metadata":"{\\"reason\\":\\"timeout\\",\
          \\"handoff_id\\":\\"112233445566778/4567890123456789/3/1\\",\
          \\"target_app_id\\":\\"999888777\\",\\"duration_seconds\\":1200}"}\
          """;

  private static String result(String level) {
    return MESSAGE
        + """
        "text":"Thank you for completing the assessment! Based on your reading level of grade %s, \
        we've prepared questions that match your comprehension level.",\
        "metadata":"{\\"ref\\":\\"result\\",\\"type\\":\\"statement\\",\\"eid\\":\\"%%s\\"}"}}\
        """
            .formatted(level);
  }

  private static final String STANDARD =
      MESSAGE
          + """
          "text":"How often do you read a newspaper? (1 never, 3 daily)","quick_replies":[\
          {"content_type":"text","title":"1",\
          "payload":"{\\"value\\":\\"1\\",\\"ref\\":\\"standard_1\\"}"},\
          {"content_type":"text","title":"2",\
          "payload":"{\\"value\\":\\"2\\",\\"ref\\":\\"standard_1\\"}"},\
          {"content_type":"text","title":"3",\
          "payload":"{\\"value\\":\\"3\\",\\"ref\\":\\"standard_1\\"}"}],\
          "metadata":"{\\"ref\\":\\"standard_1\\",\\"type\\":\\"opinion_scale\\",\
          \\"eid\\":\\"%s\\"}"}}\
          """;
  private static final String BYE =
      MESSAGE
          + """
          "text":"Thank you for your time!",\
          "metadata":"{\\"ref\\":\\"bye\\",\\"type\\":\\"thankyou_screen\\",\\"eid\\":\\"%s\\"}"}}\
          """;
}
