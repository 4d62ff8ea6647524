package dev.baton.agent.start;

import dev.baton.agent.begin.Prompt;
import dev.baton.agent.begin.Prompted;
import dev.baton.agent.begin.Prompts;
import dev.baton.agent.begin.RequestIds;
import dev.baton.agent.core.handoff.AgentHandoff;
import dev.baton.agent.core.handoff.AgentView;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.core.session.AgentSettings;
import dev.baton.agent.handoff.AgentHandoffs;
import dev.baton.agent.handoff.Renewal;
import dev.baton.agent.schema.AgentErrors;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoApiStore;
import dev.baton.core.command.Protocol;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Refused;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.session.Hashes;
import dev.baton.shell.session.Sessions;
import java.time.InstantSource;

/**
 * Makes a session, and begins its first run if there is a prompt. Every step finds what an earlier
 * try of the same call has done.
 */
final class AgentStart implements Command<AgentStartInput> {
  private final Sessions sessions;
  private final AgentSetup setup;
  private final SessionOpening opening;
  private final DynamoAgentStore store;
  private final DynamoApiStore apis;
  private final Prompts prompts;
  private final AgentHandoffs handoffs;
  private final InstantSource clock;

  AgentStart(
      Sessions sessions,
      AgentSetup setup,
      SessionOpening opening,
      DynamoAgentStore store,
      DynamoApiStore apis,
      Prompts prompts,
      AgentHandoffs handoffs,
      InstantSource clock) {
    this.sessions = sessions;
    this.setup = setup;
    this.opening = opening;
    this.store = store;
    this.apis = apis;
    this.prompts = prompts;
    this.handoffs = handoffs;
    this.clock = clock;
  }

  @Override
  public CommandResult execute(AgentStartInput input, Call call) {
    return switch (setup.make(input, call)) {
      case AgentSetup.Made.Not(Refused refusal) -> refusal;
      case AgentSetup.Made.Settings(AgentSettings settings) ->
          switch (opening.open(input, call)) {
            case SessionOpening.Opened.Not(Refused refusal) -> refusal;
            case SessionOpening.Opened.Fresh fresh -> started(input, settings, fresh, call);
            case SessionOpening.Opened.Known known -> started(input, settings, known, call);
          };
    };
  }

  private CommandResult started(
      AgentStartInput input, AgentSettings settings, SessionOpening.Opened opened, Call call) {
    Session session = opened.session();
    AgentSession conversation = conversation(input, settings, session);
    if (!conversation.settings().equals(settings)) {
      return AgentErrors.reused();
    }
    String runId = null;
    String prompt = input.prompt();
    if (prompt != null) {
      Prompted prompted = prompts.begin(session, prompt(prompt, settings));
      if (!(prompted instanceof Prompted.Begun begun)) {
        return refused(prompted);
      }
      runId = begun.run().id();
      // A session with a run is in use, also when no viewer ever comes.
      sessions.handle(session, new SessionCommand.Engage(), AgentHandoffs.origin(call));
    }
    return handedOff(input, opened, handoffs.view(session.id(), runId, null), call);
  }

  private AgentSession conversation(
      AgentStartInput input, AgentSettings settings, Session session) {
    AgentSession known = store.session(session.id());
    if (known != null) {
      return known;
    }
    AgentSession made =
        AgentSession.made(
            session.id(),
            session.profile().ownerId(),
            settings,
            usesSockets(input),
            clock.millis());
    apis.keep(settings.api());
    store.save(made);
    AgentSession saved = store.session(session.id());
    return saved == null ? made : saved;
  }

  private static Prompt prompt(String text, AgentSettings settings) {
    return new Prompt(text, RequestIds.START, Hashes.sha256(text), settings.limits(), false);
  }

  private CommandResult handedOff(
      AgentStartInput input, SessionOpening.Opened opened, AgentView view, Call call) {
    String reasoning = view.runId() == null ? "Session created." : "Session created; a run begins.";
    if (opened instanceof SessionOpening.Opened.Fresh fresh) {
      AgentHandoff handoff =
          usesSockets(input)
              ? handoffs.socket(fresh.session(), fresh.token(), view)
              : handoffs.stream(fresh.session(), view);
      return handoff.result(reasoning);
    }
    Renewal renewal = usesSockets(input) ? Renewal.SOCKET_AGAIN : Renewal.STREAM_AGAIN;
    return switch (handoffs.renew(opened.session(), renewal, view, call)) {
      case AgentHandoffs.Issued.Handoff(AgentHandoff handoff) -> handoff.result(reasoning);
      case AgentHandoffs.Issued.Not not -> AgentErrors.usedSession(opened.session().id());
    };
  }

  private static boolean usesSockets(AgentStartInput input) {
    return input.protocol() == Protocol.WEBSOCKET;
  }

  private static Refused refused(Prompted prompted) {
    return switch (prompted) {
      case Prompted.Begun begun -> throw new IllegalStateException("It has begun.");
      case Prompted.Busy(var run) -> AgentErrors.busy(run);
      case Prompted.Reused reused -> AgentErrors.reused();
      case Prompted.OverQuota(int most) -> AgentErrors.tooManyRuns(most);
      case Prompted.Nothing nothing -> AgentErrors.nothingToResume();
      case Prompted.Contended contended -> AgentErrors.contended();
    };
  }
}
