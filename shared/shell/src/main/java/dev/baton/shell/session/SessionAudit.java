package dev.baton.shell.session;

import dev.baton.core.session.OutstandingToken;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionDecision;
import dev.baton.core.session.SessionEvent;
import dev.baton.core.session.SessionRefusal;
import dev.baton.shell.log.Log;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Audit lines of sessions, written after the commit. They carry ids and the name of a token, never
 * a token, a text or a nickname. Source: command specification, section 5.4.
 */
public final class SessionAudit {
  private final Log log;

  /** Into this function's log. */
  public SessionAudit(Log log) {
    this.log = log;
  }

  void decided(Session before, SessionCommand command, SessionDecision decision, Origin origin) {
    decision.events().forEach(event -> happened(event, decision.next(), origin));
    SessionRefusal refusal = decision.refusal();
    if (refusal != null && isEntry(command)) {
      line("handoff_refused", before, origin, presented(command), refusal.code().name());
    }
  }

  private void happened(SessionEvent event, Session session, Origin origin) {
    switch (event) {
      case SessionEvent.TokenIssued(OutstandingToken token, var cause) -> {
        boolean asked = cause == SessionEvent.IssueCause.RECONNECT;
        String name = asked ? "handoff_reconnect" : "handoff_issued";
        line(name, session, origin, token.tokenId(), null);
      }
      case SessionEvent.Attached attached ->
          line("handoff_connect", session, origin, attached.tokenId(), null);
      case SessionEvent.TakenOver taken -> line("handoff_takeover", session, origin, null, "4004");
      case SessionEvent.Dropped dropped -> line("handoff_drop", session, origin, null, null);
      case SessionEvent.Closed closed -> line("handoff_close", session, origin, null, "4005");
      case SessionEvent.Expired expired ->
          line("handoff_expire", session, origin, null, expired.ending().reason());
      case SessionEvent.AttemptsForgotten forgotten -> {}
      case SessionEvent.ActivitySeen seen -> {}
      case SessionEvent.Engaged engaged -> {}
      case SessionEvent.PositionConfirmed confirmed -> {}
      case SessionEvent.Knocked knocked -> {}
      case SessionEvent.KnockEnded ended -> {}
      case SessionEvent.AuthenticationFailed failed -> {}
      case SessionEvent.Warned warned -> {}
      case SessionEvent.DeadlineMoved moved -> {}
      case SessionEvent.TimerSet set -> {}
    }
  }

  private static @Nullable String presented(SessionCommand command) {
    return command instanceof SessionCommand.Attach attach
        ? OutstandingToken.tokenId(attach.tokenHash())
        : null;
  }

  private static boolean isEntry(SessionCommand command) {
    return switch (command) {
      case SessionCommand.Attach attach -> true;
      case SessionCommand.Knock knock -> true;
      case SessionCommand.Reconnect reconnect -> true;
      case SessionCommand.Reissue reissue -> true;
      case SessionCommand.Drop drop -> false;
      case SessionCommand.Touch touch -> false;
      case SessionCommand.Engage engage -> false;
      case SessionCommand.End end -> false;
      case SessionCommand.Fire fire -> false;
      case SessionCommand.Revoke revoke -> false;
    };
  }

  private void line(
      String event,
      Session session,
      Origin origin,
      @Nullable String tokenId,
      @Nullable String code) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("sessionId", session.id());
    fields.put("ownerId", session.profile().ownerId());
    fields.put("resource", session.profile().resource());
    fields.put("ip", origin.ip());
    fields.put("userAgent", origin.userAgent());
    if (tokenId != null) {
      fields.put("tokenId", tokenId);
    }
    if (code != null) {
      fields.put("code", code);
    }
    fields.put("traceId", origin.traceId());
    log.info(event, fields);
  }
}
