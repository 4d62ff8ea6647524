package dev.baton.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.session.SessionEffect.PresenceChange;
import org.junit.jupiter.api.Test;

/** Sessions in which work goes on without a connection. */
class EngagementTest {
  private static final long MINUTE = 60_000;

  @Test
  void workWithoutAConnectionKeepsASessionAlive() {
    Sessions session = Sessions.open().afterMinutes(4).does(new SessionCommand.Engage());

    assertThat(session.session().deadline()).isEqualTo(Sessions.START + 34 * MINUTE);
    session.afterMinutes(29).does(new SessionCommand.Engage());
    assertThat(session.session().deadline()).isEqualTo(Sessions.START + 63 * MINUTE);
    session.afterMinutes(30).fire();
    assertThat(session.session().ending())
        .isEqualTo(new Ending(Sessions.START + 63 * MINUTE, "idle"));
  }

  @Test
  void workDoesNotProlongTheLongestLife() {
    Sessions session = Sessions.open();
    for (int minute = 0; minute < 24 * 60; minute++) {
      session.does(new SessionCommand.Engage()).afterMinutes(1);
    }

    assertThat(session.does(new SessionCommand.Engage()).refusal())
        .isEqualTo(SessionRefusal.SESSION_EXPIRED);
    assertThat(session.session().ending())
        .isEqualTo(new Ending(Sessions.START + 24 * 60 * MINUTE, "max-life"));
  }

  @Test
  void whoeverWasAwayIsBackThoughWorkWentOn() {
    Sessions session =
        Sessions.open()
            .attach("c1", "first")
            .drop("c1")
            .does(new SessionCommand.Engage())
            .reconnect("second")
            .attach("c2", "second");

    assertThat(session.effects()).contains(new SessionEffect.Announce(PresenceChange.BACK));
  }

  @Test
  void theFirstAnswerCanBeHadAgainUntilSomebodyConnects() {
    Sessions session = Sessions.open().does(new SessionCommand.Engage());
    SessionCommand again = new SessionCommand.Reissue(Sessions.hash("again"));

    assertThat(session.does(again).refusal()).isNull();
    session.attach("c1", "again");
    assertThat(session.does(again).refusal()).isEqualTo(SessionRefusal.NOT_PENDING);
  }
}
