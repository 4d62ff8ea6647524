package dev.baton.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionState;
import dev.baton.shell.session.IssuedToken;
import dev.baton.shell.session.SessionHandled;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Writers of one session that race. Whatever they do, their writes form one chain that keeps to the
 * ledger, and each of them was decided from the one before. {@code -Dbaton.session.sequences=20000}
 * runs as many sequences as the walk of the machine alone.
 */
@ExtendWith(DynamoDbLocal.class)
final class SessionRaceIT {
  private static final int SEQUENCES = Integer.getInteger("baton.session.sequences", 150);
  private static final int WRITERS = 4;
  private static final int STEPS = 8;
  private static final long FIRST_SEED = 41;

  @Test
  void ofEndTimerAndAttachOneIsFirstAndTheOthersDecideAgain(DynamoDbClient client) {
    SessionBench bench = new SessionBench(client);
    for (int round = 0; round < 40; round++) {
      IssuedToken token = bench.tokens.issue();
      Session session = bench.open(token);
      List<Callable<SessionHandled>> tasks =
          List.of(
              () -> bench.handle(session, new SessionCommand.End(null)),
              () -> bench.handle(session, new SessionCommand.Fire(bench.tokens.issue().hash())),
              () -> bench.handle(session, bench.attach("c1", token)),
              () -> bench.handle(session, new SessionCommand.End(null)));

      List<SessionHandled> answers = SessionBench.together(tasks);

      assertThat(answers).allMatch(SessionHandled.Decided.class::isInstance);
      assertThat(bench.load(session).state()).isEqualTo(SessionState.CLOSED);
      checkChain(session, answers, "round " + round);
      assertThat(bench.members.roster(SessionBench.RESOURCE).members()).isEmpty();
    }
    assertThat(bench.sessions.ofOwner(SessionBench.OWNER)).isEmpty();
  }

  @Test
  void randomCommandsOfRacingWritersFormOneChainThatEnds(DynamoDbClient client) {
    SessionBench bench = new SessionBench(client);
    for (int sequence = 0; sequence < SEQUENCES; sequence++) {
      long seed = FIRST_SEED + sequence;
      IssuedToken first = bench.tokens.issue();
      Session session = bench.open(first);
      List<IssuedToken> tokens = Collections.synchronizedList(new ArrayList<>(List.of(first)));
      List<SessionHandled> answers = Collections.synchronizedList(new ArrayList<>());
      List<Callable<Boolean>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        SplittableRandom random = new SplittableRandom(seed * 31 + writer);
        writers.add(() -> {
          for (int step = 0; step < STEPS; step++) {
            bench.now.addAndGet(random.nextLong(random.nextBoolean() ? 3_000 : 70_000));
            answers.add(bench.handle(session, command(bench, random, tokens)));
          }
          return true;
        });
      }

      SessionBench.together(writers);

      Session last = bench.load(session);
      bench.now.accumulateAndGet(last.deadline(), Math::max);
      answers.add(bench.handle(session, new SessionCommand.Fire(first.hash())));
      assertThat(bench.load(session).state().isLive()).as("seed %s", seed).isFalse();
      checkChain(session, answers, "seed " + seed);
      assertThat(bench.members.roster(SessionBench.RESOURCE).members()).isEmpty();
      bench.lines.clear();
    }
    assertThat(bench.sessions.ofOwner(SessionBench.OWNER)).isEmpty();
  }

  private static SessionCommand command(
      SessionBench bench, SplittableRandom random, List<IssuedToken> tokens) {
    String connection = "c" + random.nextInt(4);
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> {
        int newest = tokens.size();
        yield bench.attach(connection, tokens.get(random.nextInt(Math.max(0, newest - 2), newest)));
      }
      case 4 -> new SessionCommand.Drop(connection);
      case 5, 6 -> {
        IssuedToken token = bench.tokens.issue();
        tokens.add(token);
        yield new SessionCommand.Reconnect(token.hash(), null);
      }
      case 7 -> new SessionCommand.Touch(connection, random.nextLong(100));
      case 8 -> new SessionCommand.Fire(bench.tokens.issue().hash());
      default ->
          random.nextInt(6) == 0
              ? new SessionCommand.End(null)
              : new SessionCommand.Knock(connection);
    };
  }

  private static void checkChain(Session opened, List<SessionHandled> answers, String where) {
    List<SessionHandled.Decided> writes =
        answers.stream()
            .filter(SessionHandled.Decided.class::isInstance)
            .map(SessionHandled.Decided.class::cast)
            .filter(decided -> decided.decision().writes())
            .sorted(Comparator.comparingLong(decided -> decided.decision().next().version()))
            .toList();
    SessionLedger ledger = new SessionLedger(opened, where);
    writes.forEach(write -> ledger.write(write.before(), write.decision()));
  }
}
