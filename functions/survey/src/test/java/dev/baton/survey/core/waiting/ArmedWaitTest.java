package dev.baton.survey.core.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.handoff.Metadata;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Evaluation and timers of armed waits, survey specification §5.3, §5.4. */
class ArmedWaitTest {
  private static final WaitEvent MESSAGE = new WaitEvent.UserMessaged();
  private static final WaitEvent PAID =
      new WaitEvent.Signalled(Trees.object("type", Json.of("pay:done"), "amount", Json.of(5)));
  private static final WaitEvent RETURN =
      new WaitEvent.Returned(
          "999", new Metadata.Structured(Trees.object("status", Json.of("done")), 10));
  private static final JsonObject TIME = Trees.timeout("5m");
  private static final long DUE = 5 * Trees.MINUTE;

  @Test
  void aTimeoutIsTrueFromItsDeadlineOn() {
    ArmedWait wait = Trees.armed(TIME);

    assertThat(wait.isTrue(DUE - 1)).isFalse();
    assertThat(wait.isTrue(DUE)).isTrue();
    assertThat(wait.isTrue(DUE + 1)).isTrue();
    assertThat(wait.isTrue()).isFalse();
    assertThat(wait.at(DUE).isTrue()).isTrue();
    assertThat(wait.at(DUE - 1)).isSameAs(wait);
  }

  @Test
  void aTimeThatWasNoticedStays() {
    ArmedWait noticed = Trees.armed(Trees.and(TIME, Trees.message())).at(DUE);

    assertThat(noticed.on(MESSAGE, 1).isTrue()).isTrue();
    assertThat(noticed.isTrue(0)).isFalse();
  }

  @Test
  void signalsSetTheLeavesTheyMatch() {
    ArmedWait wait =
        Trees.armed(
            Trees.or(
                Trees.signal(Trees.object("type", Json.of("other"))),
                Trees.signal(Trees.object("type", Json.of("pay:done"), "amount", Json.of("5")))));

    assertThat(wait.on(PAID, 0).bits()).isEqualTo(0b10);
    assertThat(wait.on(PAID, 0).isTrue()).isTrue();
    assertThat(wait.on(MESSAGE, 0)).isSameAs(wait);
    assertThat(wait.on(RETURN, 0)).isSameAs(wait);
  }

  @Test
  void messagesSetMessageLeavesOnly() {
    ArmedWait wait =
        Trees.armed(
            Trees.or(Trees.signal(JsonObject.EMPTY), Trees.message(), Trees.returned(null, null)));

    assertThat(wait.on(MESSAGE, 0).bits()).isEqualTo(0b010);
    assertThat(wait.on(PAID, 0).bits()).isEqualTo(0b001);
    assertThat(wait.on(RETURN, 0).bits()).isEqualTo(0b100);
  }

  @Test
  void eventsBeforeSinceSetNothing() {
    ArmedWait wait = new ArmedWait(new ArmedNode.UserMessage(0), 0, 100, 100);

    assertThat(wait.on(MESSAGE, 99)).isSameAs(wait);
    assertThat(wait.canBeSetBy(MESSAGE, 99)).isFalse();
    assertThat(wait.canBeSetBy(MESSAGE, 100)).isTrue();
    assertThat(wait.on(MESSAGE, 100).isTrue()).isTrue();
  }

  @Test
  void aSetLeafCannotBeSetAgain() {
    ArmedWait set = Trees.armed(Trees.message()).on(MESSAGE, 0);

    assertThat(set.on(MESSAGE, 1)).isSameAs(set);
    assertThat(set.canBeSetBy(MESSAGE, 1)).isFalse();
  }

  @Test
  void returnsMatchTheirApp() {
    assertThat(Trees.armed(Trees.returned("999", null)).on(RETURN, 0).isTrue()).isTrue();
    assertThat(Trees.armed(Trees.returned(" 999 ", null)).on(RETURN, 0).isTrue()).isTrue();
    assertThat(Trees.armed(Trees.returned("666", null)).on(RETURN, 0).isTrue()).isFalse();
    assertThat(Trees.armed(Trees.returned(null, null)).on(RETURN, 0).isTrue()).isTrue();
    assertThat(Trees.armed(Trees.returned("", null)).on(RETURN, 0).isTrue()).isTrue();
    assertThat(armedWithTarget(new JsonNumber("999")).on(RETURN, 0).isTrue()).isTrue();
    assertThat(armedWithTarget(new JsonNumber("9990")).on(RETURN, 0).isTrue()).isFalse();
    assertThat(armedWithTarget(JsonNull.NULL).on(RETURN, 0).isTrue()).isTrue();
  }

  @Test
  void returnsMatchTheirMetadata() {
    assertThat(returnedWith(Trees.object("status", Json.of("done")))).isTrue();
    assertThat(returnedWith(Trees.object("status", Json.of("failed")))).isFalse();
    assertThat(returnedWith(Trees.object("target_app_id", new JsonNumber("999")))).isTrue();
    assertThat(returnedWith(Trees.object("target_app_id", Json.of("666")))).isFalse();
    assertThat(returnedWith(JsonObject.EMPTY)).isTrue();
  }

  @Test
  void metadataCannotReplaceTheApp() {
    ArmedWait wait =
        Trees.armed(Trees.returned(null, Trees.object("target_app_id", Json.of("666"))));
    WaitEvent forged =
        new WaitEvent.Returned(
            "999", new Metadata.Structured(Trees.object("target_app_id", Json.of("666")), 10));

    assertThat(wait.on(forged, 0).isTrue()).isFalse();
  }

  @Test
  void metadataWithoutMembersMatchesTheAppAlone() {
    ArmedWait app =
        Trees.armed(Trees.returned(null, Trees.object("target_app_id", Json.of("999"))));
    ArmedWait status = Trees.armed(Trees.returned(null, Trees.object("status", Json.of("done"))));

    for (Metadata metadata :
        List.of(
            new Metadata.Absent(),
            new Metadata.Plain("status"),
            new Metadata.Structured(JsonArray.of(Json.of("done")), 10))) {
      assertThat(app.on(new WaitEvent.Returned("999", metadata), 0).isTrue()).isTrue();
      assertThat(status.on(new WaitEvent.Returned("999", metadata), 0).isTrue()).isFalse();
    }
  }

  @Test
  void orNeedsOneAndAndNeedsAll() {
    ArmedWait or = Trees.armed(Trees.or(Trees.message(), Trees.signal(JsonObject.EMPTY)));
    ArmedWait and = Trees.armed(Trees.and(Trees.message(), Trees.signal(JsonObject.EMPTY)));

    assertThat(or.isTrue()).isFalse();
    assertThat(or.on(MESSAGE, 0).isTrue()).isTrue();
    assertThat(and.on(MESSAGE, 0).isTrue()).isFalse();
    assertThat(and.on(MESSAGE, 0).on(PAID, 0).isTrue()).isTrue();
    assertThat(and.on(PAID, 0).on(MESSAGE, 0).isTrue()).isTrue();
  }

  @Test
  void dueIsWhenTimeAloneMakesTheTreeTrue() {
    JsonObject hour = Trees.timeout("1h");

    assertThat(Trees.armed(TIME).due()).hasValue(DUE);
    assertThat(Trees.armed(Trees.message()).due()).isEmpty();
    assertThat(Trees.armed(Trees.or(TIME, hour)).due()).hasValue(DUE);
    assertThat(Trees.armed(Trees.and(TIME, hour)).due()).hasValue(60 * Trees.MINUTE);
    assertThat(Trees.armed(Trees.or(Trees.message(), TIME)).due()).hasValue(DUE);
    assertThat(Trees.armed(Trees.and(Trees.message(), TIME)).due()).isEmpty();
    assertThat(Trees.armed(Trees.or(Trees.and(Trees.message(), TIME), hour)).due())
        .hasValue(60 * Trees.MINUTE);
  }

  @Test
  void anEventMayMakeDueFinite() {
    ArmedWait wait = Trees.armed(Trees.and(Trees.message(), TIME));

    assertThat(wait.on(MESSAGE, 0).due()).hasValue(DUE);
    assertThat(Trees.armed(Trees.and(Trees.message(), Trees.message())).on(MESSAGE, 0).due())
        .hasValue(Long.MIN_VALUE);
    assertThat(Trees.armed(TIME).at(DUE).due()).hasValue(Long.MIN_VALUE);
  }

  private static boolean returnedWith(Json pattern) {
    return Trees.armed(Trees.returned(null, pattern)).on(RETURN, 0).isTrue();
  }

  private static ArmedWait armedWithTarget(Json target) {
    return Trees.armed(Trees.object("type", Json.of("handoff_return"), "target_app_id", target));
  }
}
