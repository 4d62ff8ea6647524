package dev.baton.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command in every situation, spec §5.2. A cell that is not in the table fails. */
class SessionTableTest {
  private static final Map<String, String> TABLE = table();

  /** Where a session can be. */
  enum Situation {
    PENDING(session -> {}),
    ACTIVE(session -> session.attach("c1", "first").after(1_000)),
    ENGAGED(session -> session.does(new SessionCommand.Engage()).after(1_000)),
    DISCONNECTED(session -> session.attach("c1", "first").after(1_000).drop("c1").after(1_000)),
    CLOSED(session -> session.attach("c1", "first").end().after(1_000)),
    EXPIRED(session -> session.attach("c1", "first").afterMinutes(30).fire().after(1_000)),
    OVERDUE(session -> session.attach("c1", "first").afterMinutes(30));

    private final Consumer<Sessions> reach;

    Situation(Consumer<Sessions> reach) {
      this.reach = reach;
    }
  }

  /** What can happen. */
  enum Event {
    RIGHT_TOKEN(session -> {
      session.reconnect("second").attach("c2", "second");
    }),
    WRONG_TOKEN(session -> session.reconnect("second").attach("c2", "guess")),
    USED_OR_NO_TOKEN(session -> session.attach("c2", "used")),
    FIRST_FRAME(session ->
        session.reconnect("second").knock("c2").after(9_999).authenticate("c2", "second")),
    FIRST_FRAME_LATE(session ->
        session.reconnect("second").knock("c2").after(10_000).authenticate("c2", "second")),
    FIRST_FRAME_UNANNOUNCED(session -> session.reconnect("second").authenticate("c2", "second")),
    KNOCK_WITH_TOKEN(session -> session.reconnect("second").knock("c2")),
    KNOCK(session -> session.knock("c2")),
    DROP_CURRENT(session -> session.drop("c1")),
    DROP_OTHER(session -> session.drop("c9")),
    TOUCH_CURRENT(session -> session.touch("c1")),
    TOUCH_CURRENT_LATER(session -> session.afterSeconds(60).touch("c1")),
    TOUCH_OTHER(session -> session.touch("c9")),
    TOUCH_BY_OWNER(session -> session.touch(null)),
    ENGAGE(session -> session.does(new SessionCommand.Engage())),
    ENGAGE_LATER(session -> session.afterSeconds(60).does(new SessionCommand.Engage())),
    CONFIRM(session -> session.does(new SessionCommand.Touch("c1", 44L))),
    RECONNECT(session -> session.reconnect("second")),
    RECONNECT_NONE_LEFT(session -> {
      for (int attempt = 1; attempt <= 6; attempt++) {
        session.reconnect("token" + attempt);
      }
    }),
    REISSUE(session -> session.does(new SessionCommand.Reissue(Sessions.hash("again")))),
    END(Sessions::end),
    TIMER(Sessions::fire),
    DEADLINE(session -> session.at(session.session().deadline()).fire()),
    REVOKE(session -> session.does(new SessionCommand.Revoke("key-revoked")));

    private final Consumer<Sessions> happen;

    Event(Consumer<Sessions> happen) {
      this.happen = happen;
    }
  }

  static Stream<Arguments> cells() {
    return Stream.of(Event.values())
        .flatMap(event ->
            Stream.of(Situation.values()).map(situation -> Arguments.of(event, situation)));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("cells")
  void eachCommandInEachSituation(Event event, Situation situation) {
    assertThat(describe(event, situation)).isEqualTo(TABLE.get(event + "|" + situation));
  }

  @Test
  void theTableHasNoCellTooMany() {
    assertThat(TABLE).hasSize(Event.values().length * Situation.values().length);
  }

  private static String describe(Event event, Situation situation) {
    Sessions session = Sessions.open();
    situation.reach.accept(session);
    event.happen.accept(session);
    SessionDecision decision = session.last();
    List<String> effects = decision.effects().stream().map(SessionTableTest::word).toList();
    String writes = decision.writes() ? "" : " unwritten";
    return outcome(decision) + " -> " + session.state() + writes + " " + effects;
  }

  private static String outcome(SessionDecision decision) {
    return switch (decision.outcome()) {
      case SessionOutcome.Applied() -> "done";
      case SessionOutcome.AlreadyEnded() -> "already ended";
      case SessionOutcome.Inert(String reason) -> "inert " + reason;
      case SessionOutcome.Refused(SessionRefusal refusal) -> "refused " + refusal;
    };
  }

  private static String word(SessionEffect effect) {
    return switch (effect) {
      case SessionEffect.Welcome(String connection) -> "welcome " + connection;
      case SessionEffect.Close(String connection, var reason) ->
          "close " + connection + " " + reason.code();
      case SessionEffect.Announce(var change) -> change.wireName();
      case SessionEffect.ArmTimer arm -> "arm";
      case SessionEffect.Probe(String connection) -> "probe " + connection;
      case SessionEffect.Warn(String connection, String reason, long at) ->
          "warn " + connection + " " + reason;
    };
  }

  private static Map<String, String> table() {
    Map<String, String> table = new TreeMap<>();
    for (String line : SessionTable.TEXT.strip().split("\n")) {
      String[] parts = line.split(":", 2);
      table.put(parts[0].strip(), parts[1].strip());
    }
    return table;
  }
}
