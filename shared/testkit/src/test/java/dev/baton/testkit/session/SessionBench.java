package dev.baton.testkit.session;

import dev.baton.core.access.Scopes;
import dev.baton.core.frame.WayBack;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionCommand.Entry;
import dev.baton.core.session.SessionDecision;
import dev.baton.core.session.SessionLimits;
import dev.baton.core.session.SessionParticipant;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.log.Log;
import dev.baton.shell.room.DynamoMemberStore;
import dev.baton.shell.session.DynamoSessionStore;
import dev.baton.shell.session.IssuedToken;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.SessionAudit;
import dev.baton.shell.session.SessionHandled;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.session.Tokens;
import dev.baton.testkit.dynamodb.Tables;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Sessions over a table of their own, with a clock that is told the time. */
final class SessionBench {
  static final String OWNER = "ada#%";
  static final String RESOURCE = "chat:general";
  private static final Origin ORIGIN = new Origin("192.0.2.1", "test", "t-1");

  final DynamoTable table;
  final DynamoSessionStore store;
  final DynamoMemberStore members;
  final Tokens tokens = new Tokens();
  final AtomicLong now = new AtomicLong(1_768_471_200_000L);
  final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  final Sessions sessions;
  @Nullable String withdrawn;

  SessionBench(DynamoDbClient client, SessionLimits limits) {
    table = new DynamoTable(client, Tables.sessions(client));
    store = new DynamoSessionStore(table);
    members = new DynamoMemberStore(table);
    InstantSource clock = () -> Instant.ofEpochMilli(now.get());
    SessionAudit audit = new SessionAudit(Log.to(lines::add, clock));
    sessions = new Sessions(store, limits, audit, profile -> withdrawn, clock);
  }

  SessionBench(DynamoDbClient client) {
    this(client, SessionLimits.DEFAULTS);
  }

  Session open(IssuedToken token) {
    SessionHandled handled = tryOpen(token);
    if (handled instanceof SessionHandled.Decided(Session before, SessionDecision decision)) {
      return decision.next();
    }
    throw new AssertionError(handled);
  }

  SessionHandled tryOpen(IssuedToken token) {
    SessionProfile profile =
        new SessionProfile(
            tokens.sessionId(),
            "chat",
            RESOURCE,
            OWNER,
            "key-1",
            Scopes.parse("*"),
            "websocket",
            new SessionParticipant("p_b1c9e07a54d2", "Ada", false),
            JsonObject.EMPTY,
            new WayBack("chat-connect", "chat-reconnect"),
            5,
            0,
            now.get());
    return sessions.open(profile, token, ORIGIN);
  }

  SessionCommand attach(String connection, IssuedToken token) {
    return new SessionCommand.Attach(connection, now.get(), token.hash(), Entry.AT_UPGRADE, null);
  }

  SessionHandled handle(Session session, SessionCommand command) {
    return sessions.handle(session.id(), command, ORIGIN);
  }

  Session load(Session session) {
    return Objects.requireNonNull(store.load(session.id()));
  }

  /** Does everything at once and answers in the order of the tasks. */
  static <T> List<T> together(List<Callable<T>> tasks) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(tasks)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException fault) {
      throw new AssertionError(fault);
    }
  }
}
