package dev.baton.gateway.surface;

import dev.baton.core.access.Scopes;
import dev.baton.core.command.Exposure.Surface;
import dev.baton.core.result.Refused;
import dev.baton.gateway.call.Called;
import dev.baton.gateway.call.CommandCall;
import dev.baton.gateway.call.CommandCaller;
import dev.baton.gateway.call.Errand;
import dev.baton.gateway.core.catalogue.Catalogue;
import dev.baton.gateway.core.catalogue.CommandGate;
import dev.baton.shell.command.Visit;
import java.time.InstantSource;

/**
 * What all surfaces are made of.
 *
 * @param catalogue every command
 * @param caller how commands are called
 * @param clock the time of answers
 * @param version the version that Baton says it has
 */
public record GatewayParts(
    Catalogue catalogue, CommandCaller caller, InstantSource clock, String version) {

  /** The gate of a surface for the sender of a request. */
  public CommandGate gate(Scopes scopes, Surface surface) {
    return new CommandGate(catalogue, scopes, surface);
  }

  /** The errand of a request that came in on that surface. */
  public Errand errand(Visit visit, Surface surface) {
    return Errand.of(visit.request(), visit.traceId(), surface, caller.deadline(visit.begun()));
  }

  /** Calls a command that a gate lets through, and says why when it does not. */
  public Called call(CommandGate gate, Errand errand, CommandCall call) {
    Refused refusal = gate.refusal(call.command());
    return refusal == null
        ? caller.call(errand, call)
        : new Called(refusal.status(), caller.envelope(refusal, call.traceId(), clock.millis()));
  }
}
