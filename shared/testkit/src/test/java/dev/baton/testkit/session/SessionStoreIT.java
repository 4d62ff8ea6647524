package dev.baton.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.frame.PresentParticipant;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionRefusal;
import dev.baton.core.session.SessionState;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.room.Member;
import dev.baton.shell.session.DynamoParticipantIds;
import dev.baton.shell.session.IssuedToken;
import dev.baton.shell.session.OwnedSession;
import dev.baton.shell.session.SessionHandled;
import dev.baton.shell.session.Tokens;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
final class SessionStoreIT {

  @Test
  void aSessionIsWrittenWithItsMemberAndItsPlaceAmongTheOwners(DynamoDbClient client) {
    SessionBench bench = new SessionBench(client);
    IssuedToken token = bench.tokens.issue();
    Session session = bench.open(token);
    assertThat(bench.sessions.ofOwner(SessionBench.OWNER))
        .containsExactly(new OwnedSession(session.id(), SessionBench.RESOURCE, "key-1"));
    assertThat(bench.members.roster(SessionBench.RESOURCE).members()).isEmpty();

    bench.handle(session, bench.attach("c1", token));
    assertThat(bench.members.roster(SessionBench.RESOURCE).participants())
        .containsExactly(new PresentParticipant("p_b1c9e07a54d2", "Ada", "online"));
    bench.handle(session, new SessionCommand.Drop("c1"));
    assertThat(bench.members.roster(SessionBench.RESOURCE).participants())
        .containsExactly(new PresentParticipant("p_b1c9e07a54d2", "Ada", "away"));

    bench.handle(session, new SessionCommand.End("done"));
    assertThat(bench.members.roster(SessionBench.RESOURCE).members()).isEmpty();
    assertThat(bench.sessions.ofOwner(SessionBench.OWNER)).isEmpty();
    assertThat(bench.load(session).state()).isEqualTo(SessionState.CLOSED);
  }

  @Test
  void aWriteCarriesItsOwnEffectsAndNoOlderOnes(DynamoDbClient client) {
    SessionBench bench = new SessionBench(client);
    IssuedToken token = bench.tokens.issue();
    Session session = bench.open(token);
    assertThat(effects(bench, session)).contains("arm_timer");

    bench.handle(session, bench.attach("c1", token));
    assertThat(effects(bench, session)).contains("welcome").doesNotContain("arm_timer");
    bench.now.addAndGet(61_000);
    bench.handle(session, new SessionCommand.Touch("c1", null));
    assertThat(effects(bench, session)).isNull();
  }

  @Test
  void pushesReachAConnectionOnlyOnceItIsWelcomed(DynamoDbClient client) {
    SessionBench bench = new SessionBench(client);
    IssuedToken token = bench.tokens.issue();
    Session session = bench.open(token);
    bench.handle(session, bench.attach("c1", token));
    assertThat(bench.members.roster(SessionBench.RESOURCE).live()).isEmpty();

    assertThat(bench.members.setLive(SessionBench.RESOURCE, session.id(), "c0")).isFalse();
    assertThat(bench.members.setLive(SessionBench.RESOURCE, session.id(), "c1")).isTrue();

    assertThat(bench.members.roster(SessionBench.RESOURCE).live())
        .extracting(Member::connectionId)
        .containsExactly("c1");
    bench.now.addAndGet(61_000);
    bench.handle(session, new SessionCommand.Touch("c1", null));
    assertThat(bench.members.roster(SessionBench.RESOURCE).live()).hasSize(1);
    bench.handle(session, new SessionCommand.Drop("c1"));
    assertThat(bench.members.setLive(SessionBench.RESOURCE, session.id(), "c1")).isFalse();
  }

  @Test
  void whoeverIsAwayGoesWithTheDeadlineEvenIfTheTimerIsLost(DynamoDbClient client) {
    SessionBench bench = new SessionBench(client);
    IssuedToken token = bench.tokens.issue();
    Session session = bench.open(token);
    bench.handle(session, bench.attach("c1", token));
    assertThat(memberTtl(bench, session)).isNull();

    bench.handle(session, new SessionCommand.Drop("c1"));

    assertThat(memberTtl(bench, session)).isEqualTo(bench.load(session).deadline() / 1_000);
  }

  @Test
  void anotherOwnersSessionIsLikeNone(DynamoDbClient client) {
    SessionBench bench = new SessionBench(client);
    Session session = bench.open(bench.tokens.issue());

    assertThat(bench.sessions.findOwned(session.id(), "grace")).isNull();
    assertThat(bench.sessions.findOwned(session.id(), SessionBench.OWNER)).isEqualTo(session);
    assertThat(bench.sessions.find("ses_none")).isNull();
  }

  @Test
  void ofFiftySocketsWithOneTokenOneGetsIn(DynamoDbClient client) {
    SessionBench bench = new SessionBench(client);
    IssuedToken token = bench.tokens.issue();
    Session session = bench.open(token);

    List<SessionHandled> answers =
        SessionBench.together(
            IntStream.range(0, 50)
                .<Callable<SessionHandled>>mapToObj(
                    socket -> () -> bench.handle(session, bench.attach("c" + socket, token)))
                .toList());

    assertThat(answers).filteredOn(SessionStoreIT::isApplied).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !isApplied(answer))
        .allSatisfy(answer -> assertThat(refusal(answer)).isEqualTo(SessionRefusal.NO_TOKEN));
    assertThat(bench.load(session).version()).isEqualTo(2);
    assertThat(bench.members.roster(SessionBench.RESOURCE).members()).hasSize(1);
  }

  @Test
  void auditLinesNameTheTokenAndNeverHoldIt(DynamoDbClient client) {
    SessionBench bench = new SessionBench(client);
    IssuedToken token = bench.tokens.issue();
    Session session = bench.open(token);
    bench.handle(session, bench.attach("c1", token));
    bench.handle(session, bench.attach("c2", token));
    bench.handle(session, new SessionCommand.Drop("c1"));
    bench.handle(session, new SessionCommand.End(null));

    assertThat(bench.lines)
        .extracting(line -> line.replaceAll(".*\"event\":\"([a-z_]+)\".*", "$1"))
        .containsExactly(
            "handoff_issued",
            "handoff_connect",
            "handoff_refused",
            "handoff_drop",
            "handoff_close");
    assertThat(bench.lines)
        .allMatch(line -> line.contains("\"traceId\":\"t-1\"") && line.contains(session.id()))
        .noneMatch(line -> line.contains(token.text()) || line.contains(token.hash()))
        .noneMatch(line -> line.contains("Ada"));
    assertThat(bench.lines.subList(0, 3))
        .allMatch(line -> line.contains("\"tokenId\":\"" + token.hash().substring(0, 12)));
  }

  @Test
  void idsOfParticipantsStayAndTellNothing(DynamoDbClient client) {
    SessionBench bench = new SessionBench(client);
    String id = new DynamoParticipantIds(bench.table).of("ada", "chat:general");

    assertThat(id).matches("p_[0-9a-f]{12}");
    assertThat(new DynamoParticipantIds(bench.table).of("ada", "chat:general")).isEqualTo(id);
    assertThat(new DynamoParticipantIds(bench.table).of("ada", "chat:other")).isNotEqualTo(id);
    assertThat(new DynamoParticipantIds(bench.table).of("grace", "chat:general")).isNotEqualTo(id);
  }

  @Test
  void tokensAndIdsHaveTheShapeOfTheContract() {
    IssuedToken token = new Tokens().issue();

    assertThat(token.text()).matches("[A-Za-z0-9_-]{43}");
    assertThat(token.hash()).matches("[0-9a-f]{64}").isEqualTo(Tokens.hash(token.text()));
    assertThat(token.toString()).doesNotContain(token.text());
    assertThat(new Tokens().sessionId()).matches("ses_[A-Za-z0-9_-]{22}");
  }

  private static @Nullable Long memberTtl(SessionBench bench, Session session) {
    Attributes member =
        bench.table.get("resource#" + SessionBench.RESOURCE, "member#" + session.id());
    return Objects.requireNonNull(member).number("ttl");
  }

  private static boolean isApplied(SessionHandled handled) {
    return handled instanceof SessionHandled.Decided decided
        && decided.decision().refusal() == null;
  }

  private static @Nullable SessionRefusal refusal(SessionHandled handled) {
    return handled instanceof SessionHandled.Decided decided ? decided.decision().refusal() : null;
  }

  private static @Nullable String effects(SessionBench bench, Session session) {
    Attributes item = Objects.requireNonNull(bench.table.get("session#" + session.id(), "session"));
    return item.text("effects");
  }
}
