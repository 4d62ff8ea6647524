package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.Scenes.timeout;
import static dev.baton.survey.core.machine.World.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.effect.Effect;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One-time tokens, which let a message go after a wait: survey spec §3.1. */
class TokenTest {
  private static final String ALLOWED = "{\"wait\":{\"notifyPermission\":true,%s}}";

  /** Somebody who allowed a message, at a question that may also be left by time. */
  private static World allowed(String time) {
    World world =
        new World(
            FormText.form()
                .ask("before")
                .field("age", "short_text", "How old?")
                .description(ALLOWED.formatted(timeout(time).replaceAll("[{}]", "")))
                .ask("after")
                .ask("end"));
    return world.link("form.FORM").arrive(new Happening.OptedIn("TOKEN", "elsewhere"));
  }

  private static String recipient(World world) {
    Effect.Send send = (Effect.Send) world.performed.getLast();
    return Objects.requireNonNull(send.body().get("recipient")).write();
  }

  private static void assertTokenSpent(World world) {
    assertThat(recipient(world)).isEqualTo("{\"one_time_notif_token\":\"TOKEN\"}");
    assertThat(world.participant().contact().tokens()).isEmpty();
  }

  @Test
  void theFirstMessageAfterAnAnsweredWaitSpendsIt() {
    World world = allowed("1h").text("x").text("20");

    assertTokenSpent(world);
    world.text("y");
    assertThat(recipient(world)).contains(World.USER);
  }

  @Test
  void theFirstMessageAfterAWaitThatWasOverFromTheStartSpendsIt() {
    World world = allowed("2020-01-01").text("x");

    assertThat(world.said()).containsExactly("before", "age", "after");
    assertTokenSpent(world);
  }

  @Test
  void theTextOfAFormThatClosedDuringTheWaitSpendsIt() {
    World world = new World();
    world.form(
        "FORM",
        FormText.form()
            .field("age", "short_text", "How old?")
            .description(ALLOWED.formatted("\"type\":\"timeout\",\"value\":\"1d\""))
            .build(),
        FormOptionsOf.closingAt(World.START + HOUR));
    world.link("form.FORM").arrive(new Happening.OptedIn("TOKEN", "elsewhere"));

    world.pass(2 * HOUR).text("20");

    assertThat(world.said()).containsExactly("age", "closed age");
    assertTokenSpent(world);
  }

  @Test
  void anAnswerWithoutWaitSpendsNone() {
    World world = allowed("1h").text("x");

    assertThat(world.ref()).isEqualTo("age");
    assertThat(recipient(world)).contains(World.USER);
    assertThat(world.participant().contact().tokens()).containsExactly("TOKEN");
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
    World world = new World(FormText.form().ask("one")).link("form.FORM");
    for (int token = 1; token <= 7; token++) {
      world.arrive(new Happening.OptedIn("t" + token, "x"));
    }

    assertThat(world.participant().contact().tokens())
        .isEqualTo(List.of("t3", "t4", "t5", "t6", "t7"));
  }
}
