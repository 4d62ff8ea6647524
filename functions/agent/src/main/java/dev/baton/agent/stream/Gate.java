package dev.baton.agent.stream;

import dev.baton.agent.core.access.Pass;
import dev.baton.agent.core.access.PassCheck;
import dev.baton.agent.core.access.PassKind;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.store.DynamoApiStore;
import dev.baton.agent.store.DynamoTicketStore;
import dev.baton.agent.stream.StreamRequest.Credentials;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests through: the first credential that is authentic and grants the session decides, in
 * the order cookie, bearer, ticket. Source: streaming specification, section 4.1. Thread-safe.
 */
final class Gate {
  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([!-~]+)");
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final DynamoTicketStore tickets;
  private final DynamoApiStore apis;
  private final BearerCheck bearers;
  private final Set<String> origins;
  private final InstantSource clock;

  /**
   * A gate.
   *
   * @param apis where callers of sessions that are not there are asked for who they are
   * @param origins the origins of pages that may use cookies, beside the stream's own host
   */
  Gate(
      DynamoTicketStore tickets,
      DynamoApiStore apis,
      BearerCheck bearers,
      Set<String> origins,
      InstantSource clock) {
    this.tickets = tickets;
    this.apis = apis;
    this.bearers = bearers;
    this.origins = Set.copyOf(origins);
    this.clock = clock;
  }

  /**
   * Admits a request or not.
   *
   * @param session the session that it names; null when there is none
   */
  Admission admit(StreamRequest request, @Nullable AgentSession session) {
    Credentials shown = request.credentials();
    if (session != null && hasCookie(request, session)) {
      return isOwnOrigin(shown)
          ? new Admission.Admitted(null, true)
          : new Admission.Rejected(StreamRefusals.FOREIGN_ORIGIN);
    }
    Findings findings = new Findings();
    Admission admitted = byBearer(request, session, findings);
    if (admitted == null && shown.ticket() != null) {
      admitted = byTicket(request, session, shown.ticket(), findings);
    }
    return admitted == null ? findings.rejection() : admitted;
  }

  /** What was found about credentials that did not decide. */
  private static final class Findings {
    private boolean authentic;
    private boolean expired;

    Admission rejection() {
      if (authentic) {
        return new Admission.Rejected(StreamRefusals.NOT_FOUND);
      }
      return new Admission.Rejected(
          expired ? StreamRefusals.TOKEN_EXPIRED : StreamRefusals.UNAUTHORIZED);
    }
  }

  private boolean hasCookie(StreamRequest request, AgentSession session) {
    String secret = request.credentials().cookie();
    Pass pass = secret == null ? null : found(PassKind.COOKIE, request, secret);
    return pass != null
        && pass.owner().equals(session.owner())
        && PassCheck.of(pass, true, null, clock.millis()) == PassCheck.OPENS;
  }

  private @Nullable Admission byBearer(
      StreamRequest request, @Nullable AgentSession session, Findings findings) {
    String authorization = request.credentials().authorization();
    Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization.strip());
    if (!bearer.matches()) {
      return null;
    }
    String token = bearer.group(1);
    Pass pass = found(PassKind.TICKET, request, token);
    if (pass != null) {
      return byPass(request, session, pass, token, findings);
    }
    String api = session == null ? apis.latest() : session.settings().api();
    if (api == null) {
      // Nobody has ever started a session, so there is none of which this would tell.
      return denied(findings);
    }
    return switch (bearers.check(api, "Bearer " + token, request.sessionId())) {
      case NOT_AUTHENTIC -> null;
      case MAY_SEE -> session == null ? denied(findings) : new Admission.Admitted(null, false);
      case MAY_NOT -> denied(findings);
    };
  }

  private static @Nullable Admission denied(Findings findings) {
    findings.authentic = true;
    return null;
  }

  private @Nullable Admission byTicket(
      StreamRequest request, @Nullable AgentSession session, String secret, Findings findings) {
    Pass pass = found(PassKind.TICKET, request, secret);
    return pass == null ? null : byPass(request, session, pass, secret, findings);
  }

  private @Nullable Admission byPass(
      StreamRequest request,
      @Nullable AgentSession session,
      Pass pass,
      String secret,
      Findings findings) {
    if (session == null || !pass.owner().equals(session.owner())) {
      return null;
    }
    return switch (PassCheck.of(pass, request.positioned(), request.runId(), clock.millis())) {
      case OPENS -> admitted(pass, secret, false);
      case RESUMES -> admitted(pass, secret, true);
      case EXPIRED -> {
        findings.expired = true;
        yield null;
      }
    };
  }

  private static Admission admitted(Pass pass, String secret, boolean resumes) {
    return new Admission.Admitted(new Admission.HeldTicket(pass, secret, resumes), false);
  }

  private @Nullable Pass found(PassKind kind, StreamRequest request, String secret) {
    return SECRET.matcher(secret).matches()
        ? tickets.find(kind, request.sessionId(), secret)
        : null;
  }

  private boolean isOwnOrigin(Credentials shown) {
    String origin = shown.origin();
    return origin == null || origins.contains(origin) || isHost(origin, shown.host());
  }

  private static boolean isHost(String origin, @Nullable String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}
