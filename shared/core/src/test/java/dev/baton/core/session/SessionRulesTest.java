package dev.baton.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.frame.CloseReason;
import dev.baton.core.json.JsonArray;
import dev.baton.core.session.SessionCommand.Entry;
import dev.baton.core.session.SessionEffect.PresenceChange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of spec §5.2 to §5.4 that span several commands. */
class SessionRulesTest {
  private static final long MINUTE = 60_000;

  @Test
  void aNewSessionWaitsForItsTokenAndNoLonger() {
    Sessions session = Sessions.open();

    assertThat(session.state()).isEqualTo(SessionState.PENDING);
    assertThat(session.session().deadline()).isEqualTo(Sessions.START + 5 * MINUTE);
    assertThat(session.effects())
        .containsExactly(new SessionEffect.ArmTimer(Sessions.START + 5 * MINUTE));
    assertThat(session.session().version()).isEqualTo(1);
  }

  @Test
  void theClockDecidesThoughNoTimerFired() {
    Sessions session = Sessions.open().afterMinutes(5).attach("c1", "first");

    assertThat(session.refusal()).isEqualTo(SessionRefusal.SESSION_EXPIRED);
    assertThat(session.session().ending())
        .isEqualTo(new Ending(Sessions.START + 5 * MINUTE, "unused"));
  }

  @Test
  void whoeverOnlyLooksSeesTheSessionExpiredWithoutAWrite() {
    Sessions session = Sessions.open();

    Session seen =
        SessionMachine.seen(session.session(), Sessions.START + 5 * MINUTE, SessionLimits.DEFAULTS);

    assertThat(seen.state()).isEqualTo(SessionState.EXPIRED);
    assertThat(seen.version()).isEqualTo(session.session().version());
  }

  @Test
  void aTokenWorksOnce() {
    Sessions session = Sessions.open().attach("c1", "first").drop("c1").attach("c2", "first");

    assertThat(session.refusal()).isEqualTo(SessionRefusal.NO_TOKEN);
    assertThat(session.refusal()).extracting(SessionRefusal::upgradeStatus).isEqualTo(403);
    assertThat(session.last().writes()).isFalse();
  }

  @Test
  void aNewTokenKillsTheFormerOne() {
    Sessions session = Sessions.open().reconnect("second").attach("c1", "first");

    assertThat(session.refusal()).isEqualTo(SessionRefusal.INVALID_TOKEN);
    assertThat(session.attach("c1", "second").state()).isEqualTo(SessionState.ACTIVE);
  }

  @Test
  void aTokenThatIsLateIsSaidToBeLate() {
    Sessions session = Sessions.open().attach("c1", "first").reconnect("second");

    session.afterMinutes(5).attach("c2", "second");

    assertThat(session.refusal()).isEqualTo(SessionRefusal.TOKEN_EXPIRED);
    assertThat(session.state()).isEqualTo(SessionState.ACTIVE);
  }

  @Test
  void theNewerConnectionClosesTheOlderAndItsLateDropIsInert() {
    Sessions session = Sessions.open().attach("c1", "first").reconnect("second");

    session.attach("c2", "second");

    assertThat(session.effects())
        .containsExactly(
            new SessionEffect.Close("c1", CloseReason.TAKEN_OVER), new SessionEffect.Welcome("c2"));
    assertThat(session.drop("c1").state()).isEqualTo(SessionState.ACTIVE);
    assertThat(session.session().isCurrent("c2")).isTrue();
  }

  @Test
  void acceptAndDropLoopsRunOut() {
    Sessions session = Sessions.open().attach("c0", "first").after(1_000).drop("c0");

    for (int attempt = 1; attempt <= 5; attempt++) {
      String name = "t" + attempt;
      session.reconnect(name).attach("c" + attempt, name).after(59_999).drop("c" + attempt);
      assertThat(session.session().reconnectAttempts()).isEqualTo(attempt);
    }

    assertThat(session.reconnect("t6").refusal()).isEqualTo(SessionRefusal.MAX_RECONNECTS);
  }

  @Test
  void aStableConnectionGivesAllAttemptsBackWhenItEnds() {
    Sessions session = Sessions.open().attach("c1", "first").drop("c1").reconnect("second");
    session.attach("c2", "second");
    assertThat(session.session().reconnectAttempts()).isEqualTo(1);

    session.afterSeconds(60).drop("c2");

    assertThat(session.session().reconnectAttempts()).isZero();
  }

  @Test
  void askingAfterAStableTimeCountsFromTheBeginning() {
    Sessions session = Sessions.open().reconnect("a").reconnect("b").attach("c1", "b");

    session.afterSeconds(60).reconnect("c");

    assertThat(session.session().reconnectsLeft()).isEqualTo(4);
  }

  @Test
  void activityMovesTheEndButNeverTheTimer() {
    Sessions session = Sessions.open().attach("c1", "first").afterMinutes(4);

    session.touch("c1");

    assertThat(session.session().deadline()).isEqualTo(session.now() + 30 * MINUTE);
    assertThat(session.effects()).isEmpty();
    assertThat(session.after(59_999).touch("c1").last().writes()).isFalse();
  }

  @Test
  void theTimerLooksAtTheRealEndAndIsSetAgain() {
    Sessions session = Sessions.open().attach("c1", "first").afterMinutes(5).fire();

    assertThat(session.effects())
        .containsExactly(
            new SessionEffect.Probe("c1"),
            new SessionEffect.ArmTimer(Sessions.START + 25 * MINUTE));
  }

  @Test
  void theClientIsWarnedOnceOfEachEnd() {
    Sessions session = Sessions.open().attach("c1", "first").afterMinutes(25).fire();
    long end = Sessions.START + 30 * MINUTE;

    assertThat(session.effects()).contains(new SessionEffect.Warn("c1", "idle", end));
    assertThat(session.fire().effects())
        .containsExactly(new SessionEffect.Probe("c1"), new SessionEffect.ArmTimer(end));
    session.touch("c1").afterMinutes(25).fire();
    assertThat(session.effects())
        .contains(new SessionEffect.Warn("c1", "idle", Sessions.START + 55 * MINUTE));
  }

  @Test
  void aSuccessorIsPreparedBeforeTheConnectionGrowsTooOld() {
    Sessions session = Sessions.open().attach("c1", "first");
    for (int quarter = 0; quarter < 7; quarter++) {
      session.afterMinutes(15).touch("c1");
    }
    assertThat(session.afterMinutes(4).fire().last().issued()).isNull();

    session.afterMinutes(1).fire();

    assertThat(session.last().issued())
        .isEqualTo(new OutstandingToken(Sessions.hash("handover"), session.now() + 5 * MINUTE));
    assertThat(session.session().reconnectAttempts()).isZero();
    assertThat(session.fire().last().issued()).isNull();
    assertThat(session.attach("c2", "handover").effects())
        .contains(new SessionEffect.Close("c1", CloseReason.TAKEN_OVER));
  }

  @Test
  void aTokenThatTheOwnerAskedForIsNotKilledByTheHandover() {
    Sessions session = Sessions.open().attach("c1", "first");
    for (int quarter = 0; quarter < 7; quarter++) {
      session.afterMinutes(15).touch("c1");
    }
    session.afterMinutes(4).reconnect("mine").afterMinutes(1).fire();

    assertThat(session.last().issued()).isNull();
    assertThat(session.attach("c2", "mine").state()).isEqualTo(SessionState.ACTIVE);
  }

  @Test
  void aLostConnectionMayComeBackWithinItsWindowOrWhileItsTokenLives() {
    Sessions session = Sessions.open().attach("c1", "first").after(1_000).drop("c1");
    assertThat(session.session().deadline()).isEqualTo(session.now() + 5 * MINUTE);

    session.afterMinutes(4).reconnect("second");

    assertThat(session.session().deadline()).isEqualTo(session.now() + 5 * MINUTE);
    session.afterMinutes(5).fire();
    assertThat(session.session().ending()).extracting(Ending::reason).isEqualTo("reconnect-window");
  }

  @Test
  void noSessionOutlivesItsLongestLife() {
    Sessions session = Sessions.open(shortLife()).attach("c1", "first");
    for (int minute = 1; minute < 10; minute++) {
      session.afterMinutes(1).touch("c1");
    }
    session.reconnect("second");
    assertThat(session.session().token())
        .extracting(token -> token == null ? 0 : token.expiresAt())
        .isEqualTo(Sessions.START + 10 * MINUTE);

    session.afterMinutes(1).touch("c1");

    assertThat(session.refusal()).isEqualTo(SessionRefusal.SESSION_EXPIRED);
    assertThat(session.session().ending())
        .isEqualTo(new Ending(Sessions.START + 10 * MINUTE, "max-life"));
  }

  @Test
  void aSilentConnectionIsSentAwayByTheTimer() {
    Sessions session = Sessions.open().knock("c1");
    assertThat(session.effects())
        .containsExactly(new SessionEffect.ArmTimer(Sessions.START + 10_000));

    session.afterSeconds(10).fire();

    assertThat(session.effects())
        .containsExactly(
            new SessionEffect.Close("c1", CloseReason.INVALID_TOKEN),
            new SessionEffect.ArmTimer(Sessions.START + 5 * MINUTE));
    assertThat(session.session().entrance()).isEqualTo(Entrance.EMPTY);
  }

  @Test
  void aFourthConnectionWithoutTokenIsRefused() {
    Sessions session = Sessions.open().knock("c1").knock("c2").knock("c3").knock("c4");

    assertThat(session.refusal()).isEqualTo(SessionRefusal.FLOODED);
    assertThat(session.drop("c2").knock("c4").refusal()).isNull();
  }

  @Test
  void theSixthWrongTokenOfAMinuteIsNotLookedAt() {
    Sessions session = Sessions.open();
    for (int guess = 1; guess <= 5; guess++) {
      session.attach("c" + guess, "guess" + guess);
      assertThat(session.refusal()).isEqualTo(SessionRefusal.INVALID_TOKEN);
    }

    session.attach("c6", "guess6");

    assertThat(session.refusal()).isEqualTo(SessionRefusal.FLOODED);
    assertThat(session.last().writes()).isFalse();
    assertThat(session.afterMinutes(1).attach("c7", "first").state())
        .isEqualTo(SessionState.ACTIVE);
  }

  @Test
  void aSecondTokenOnAnAuthenticatedConnectionConsumesNothing() {
    Sessions session = Sessions.open().attach("c1", "first").reconnect("second");

    session.attach("c1", "second");

    assertThat(session.refusal()).isEqualTo(SessionRefusal.ALREADY_ATTACHED);
    assertThat(session.last().writes()).isFalse();
    assertThat(session.attach("c2", "second").refusal()).isNull();
  }

  @Test
  void aFrameBeforeTheTokenIsRefused() {
    Sessions session = Sessions.open().knock("c1").touch("c1");

    assertThat(session.refusal()).isEqualTo(SessionRefusal.NOT_AUTHENTICATED);
  }

  @Test
  void nobodyHearsOfAnInvisibleSession() {
    Sessions session = Sessions.openInvisible().attach("c1", "first");

    assertThat(session.effects()).containsExactly(new SessionEffect.Welcome("c1"));
    assertThat(session.drop("c1").effects()).isEmpty();
    assertThat(session.end().effects()).isEmpty();
  }

  @Test
  void everyoneAtTheDoorIsSentAwayAtTheEnd() {
    Sessions session = Sessions.open().attach("c1", "first").reconnect("second").knock("c2").end();

    assertThat(session.effects())
        .containsExactly(
            new SessionEffect.Close("c1", CloseReason.SESSION_CLOSED),
            new SessionEffect.Close("c2", CloseReason.SESSION_CLOSED),
            new SessionEffect.Announce(PresenceChange.LEFT));
  }

  @Test
  void catchingUpStartsWhereTheClientSays() {
    Sessions session = Sessions.open();
    assertThat(session.session().ackSeq()).isEqualTo(41);

    session.does(
        new SessionCommand.Attach(
            "c1", session.now(), Sessions.FIRST_TOKEN, Entry.AT_UPGRADE, 39L));
    assertThat(session.session().ackSeq()).isEqualTo(39);

    session.does(new SessionCommand.Touch("c1", 45L)).does(new SessionCommand.Touch("c1", 44L));
    assertThat(session.session().ackSeq()).isEqualTo(45);
  }

  @Test
  void aTimerThatWasLostIsSetAgainByTheNextWrite() {
    Sessions session = Sessions.open().attach("c1", "first").afterMinutes(8).touch("c1");

    assertThat(session.effects())
        .containsExactly(new SessionEffect.ArmTimer(Sessions.START + 33 * MINUTE));
  }

  @Test
  void aSessionAndItsEffectsSurviveTheirJson() {
    Sessions session =
        Sessions.open().attach("c1", "first").reconnect("second").knock("c2").attach("c3", "x");

    assertThat(SessionJson.fromJson(SessionJson.toJson(session.session())))
        .isEqualTo(session.session());
    session.afterMinutes(25).fire();
    assertThat(SessionJson.fromJson(SessionJson.toJson(session.session())))
        .isEqualTo(session.session());
    session.end();
    assertThat(SessionJson.fromJson(SessionJson.toJson(session.session())))
        .isEqualTo(session.session());
    List<SessionEffect> effects =
        List.of(
            new SessionEffect.Welcome("c"),
            new SessionEffect.Close("c", CloseReason.ACCESS_WITHDRAWN),
            new SessionEffect.Announce(PresenceChange.BACK),
            new SessionEffect.ArmTimer(7),
            new SessionEffect.Probe("c"),
            new SessionEffect.Warn("c", "idle", 8));
    JsonArray json = SessionEffectJson.toJson(effects);
    assertThat(SessionEffectJson.fromJson(json)).isEqualTo(effects);
  }

  private static SessionLimits shortLife() {
    SessionLimits usual = SessionLimits.DEFAULTS;
    return new SessionLimits(
        usual.handoffExpiry(),
        usual.idle(),
        usual.reconnectWindow(),
        Duration.ofMinutes(10),
        usual.maxReconnects(),
        usual.stableAfter(),
        usual.activityStep(),
        usual.expiryWarning(),
        usual.authDeadline(),
        usual.handover(),
        usual.maxPerOwner());
  }
}
