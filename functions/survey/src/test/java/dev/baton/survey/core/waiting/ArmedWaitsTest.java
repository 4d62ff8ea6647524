package dev.baton.survey.core.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.Placeholders;
import dev.baton.survey.core.values.Values;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arming, survey specification §5.2, §5.3, §6.2. */
class ArmedWaitsTest {
  private static final String TOKEN = "9000001000000";
  private static final long NOW = 1_767_225_600_000L;

  @Test
  void relativeTimesBeginWithArmingAndFixedOnesDoNot() {
    Wait wait = Trees.parsed(Trees.or(Trees.timeout("5m"), Trees.timeout("2026-03-01")));

    ArmedWait armed = armed(ArmedWaits.arm(wait, Trees.NOBODY, Trees.RULES, 7, NOW, null));

    assertThat(armed.since()).isEqualTo(7);
    assertThat(armed.armedAt()).isEqualTo(NOW);
    assertThat(armed.bits()).isZero();
    assertThat(armed.leaves())
        .extracting(ArmedWait.Leaf::deadline)
        .containsExactly(NOW + 300_000, Instant.parse("2026-03-01T00:00:00Z").toEpochMilli());
  }

  @Test
  void aTreeThatTimeEndsNeedsNoGuard() {
    JsonObject tree = Trees.or(Trees.returned("999", null), Trees.timeout("20m"));

    assertThat(Trees.armed(tree, 60 * Trees.MINUTE)).isEqualTo(Trees.armed(tree));
  }

  @Test
  void aTreeThatTimeNeverEndsGetsTheGuardBesideIt() {
    ArmedWait alone = Trees.armed(Trees.returned("999", null), 60 * Trees.MINUTE);
    ArmedWait both =
        Trees.armed(Trees.and(Trees.returned("999", null), Trees.timeout("5m")), 60 * Trees.MINUTE);

    assertThat(alone).isEqualTo(ArmedWaits.defaultOfHandoff("999", 0, 0, 60 * Trees.MINUTE));
    assertThat(both.due()).hasValue(60 * Trees.MINUTE);
    assertThat(both.isTrue(60 * Trees.MINUTE - 1)).isFalse();
    assertThat(both.isTrue(60 * Trees.MINUTE)).isTrue();
    assertThat(both.leaves())
        .extracting(ArmedWait.Leaf::path)
        .containsExactly("/vars/0/vars/0", "/vars/0/vars/1", "/vars/1");
  }

  @Test
  void theGuardHasABitEvenBehindThirtyTwoLeaves() {
    Json[] leaves = new Json[32];
    Arrays.fill(leaves, Trees.message());

    ArmedWait armed = Trees.armed(Trees.and(leaves), Trees.MINUTE);

    assertThat(armed.at(Trees.MINUTE).bits()).isEqualTo(1L << 32);
    assertThat(armed.at(Trees.MINUTE).isTrue()).isTrue();
    assertThat(armed.on(new WaitEvent.UserMessaged(), 0).bits()).isEqualTo((1L << 32) - 1);
  }

  @Test
  void withoutGuardAPlainWaitMayLastForEver() {
    assertThat(Trees.armed(Trees.message()).due()).isEmpty();
  }

  @Test
  void theDefaultOfAHandoffIsItsReturnOrItsTimeout() {
    ArmedWait wait = ArmedWaits.defaultOfHandoff("999", 5, NOW, 1_200_000);

    assertThat(wait.describe().write())
        .isEqualTo(
            """
            {"op":"or","vars":[{"type":"handoff_return","target_app_id":"999"},\
            {"type":"timeout","value":"2026-01-01T00:20:00Z"}]}\
            """);
    assertThat(wait.due()).hasValue(NOW + 1_200_000);
    assertThat(wait.since()).isEqualTo(5);
    assertThat(wait.armedAt()).isEqualTo(NOW);
    assertThat(wait.leaves()).extracting(ArmedWait.Leaf::set).containsExactly(false, false);
    assertThat(ArmedWait.fromJson(wait.toJson())).isEqualTo(wait);
  }

  @ParameterizedTest
  @CsvSource({"5m, 300000", "2026-03-01, 1772323200000"})
  void timesWithPlaceholdersAreReadWhenArmed(String hidden, long expected) {
    Arming arming = arm(timeout(new JsonNumber(TOKEN)), Json.of(hidden), null);

    long base = hidden.equals("5m") ? NOW : 0;
    assertThat(armed(arming).due()).hasValue(base + expected);
  }

  @Test
  void namesOfTimesMayBePlaceholders() {
    Json variable = Trees.object("variable", Json.of(TOKEN));

    assertThat(armed(arm(timeout(variable), Json.of("short"), null)).due()).hasValue(NOW + 300_000);
    assertThat(arm(timeout(variable), Json.of("none"), null))
        .isEqualTo(new Arming.Unreadable("{\"variable\":\"none\"}"));
  }

  @Test
  void anUnreadableTimeOfAPlainWaitIsReported() {
    assertThat(arm(timeout(new JsonNumber(TOKEN)), Json.of("30 moons"), null))
        .isEqualTo(new Arming.Unreadable("30 moons"));
    assertThat(arm(timeout(new JsonNumber(TOKEN)), Json.of(30), null))
        .isEqualTo(new Arming.Unreadable("30"));
    assertThat(arm(timeout(new JsonNumber(TOKEN)), null, null))
        .isEqualTo(new Arming.Unreadable(""));
  }

  @Test
  void theFirstUnreadableTimeIsReported() {
    Json both = Trees.or(timeout(Json.of("x" + TOKEN)), timeout(Json.of("y" + TOKEN)));

    assertThat(arm(both, Json.of("1"), null)).isEqualTo(new Arming.Unreadable("x1"));
  }

  @Test
  void inAHandoffTheGuardTakesThePlaceOfAnUnreadableTime() {
    Arming arming =
        arm(Trees.or(Trees.message(), timeout(new JsonNumber(TOKEN))), Json.of("x"), 60_000L);

    assertThat(armed(arming).due()).hasValue(NOW + 60_000);
    assertThat(armed(arming).leaves()).hasSize(2);
  }

  @Test
  void patternsAndAppsAreFilledInWhenArmed() {
    Json tree =
        Trees.or(
            Trees.signal(Trees.object("id", Json.of(TOKEN))),
            Trees.returned(TOKEN, Trees.object("id", new JsonNumber(TOKEN))),
            Trees.object("type", Json.of("handoff_return"), "target_app_id", JsonArray.EMPTY));

    ArmedWait armed = armed(arm(tree, Json.of(5), null));

    assertThat(armed.tree())
        .isEqualTo(
            new ArmedNode.Combined(
                Wait.Operator.OR,
                List.of(
                    new ArmedNode.External(0, Trees.object("id", Json.of("5"))),
                    new ArmedNode.HandoffReturn(1, "5", Trees.object("id", Json.of(5))),
                    new ArmedNode.HandoffReturn(2, null, null))));
  }

  @Test
  void missingValuesAreCounted() {
    Json tree =
        Trees.or(Trees.signal(Json.of(TOKEN)), Trees.returned(TOKEN, null), Trees.timeout("5m"));

    assertThat(arm(tree, null, null))
        .isInstanceOfSatisfying(
            Arming.Armed.class, armed -> assertThat(armed.missing()).isEqualTo(2));
    assertThat(arm(tree, Json.of(1), null))
        .isInstanceOfSatisfying(Arming.Armed.class, armed -> assertThat(armed.missing()).isZero());
  }

  private static Json timeout(Json value) {
    return Trees.object("type", Json.of("timeout"), "value", value);
  }

  /** Arms a wait in which the token stands for {{hidden:t}}. */
  private static Arming arm(Json tree, @Nullable Json hidden, @Nullable Long guard) {
    JsonTemplate template =
        Objects.requireNonNull(
            Placeholders.protect("{{hidden:t}}").compile(tree, Trees.DESCRIPTION).value());
    Wait wait =
        Objects.requireNonNull(Waits.parse(template, Trees.RULES, Trees.DESCRIPTION).value());
    Values values =
        new Values("1", 0, hidden == null ? Map.of() : Map.of("t", hidden), Map.of(), Map.of());
    return ArmedWaits.arm(wait, values, Trees.RULES, 0, NOW, guard);
  }

  private static ArmedWait armed(Arming arming) {
    return ((Arming.Armed) arming).armed();
  }
}
