package dev.baton.afd.command;

import dev.baton.core.command.CommandDefinition;
import dev.baton.gateway.SurfaceWiring;
import dev.baton.gateway.call.Errand;
import dev.baton.gateway.core.catalogue.CommandGate;
import dev.baton.gateway.surface.GatewayParts;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.command.CommandEdge;
import java.util.function.Function;

/**
 * What the tools are made of.
 *
 * @param wiring the parts of the gateway
 * @param gateway what surfaces are made of
 */
public record AfdParts(SurfaceWiring wiring, GatewayParts gateway) {

  /** The parts of this process. */
  public static AfdParts ofProcess() {
    return of(SurfaceWiring.ofProcess());
  }

  /** The parts of that wiring. */
  public static AfdParts of(SurfaceWiring wiring) {
    return new AfdParts(wiring, wiring.parts());
  }

  /** The edge of a tool. */
  public <I> CommandEdge<I> edge(
      CommandDefinition definition, Function<Arguments, I> typed, Command<I> command) {
    return CommandEdge.of(definition, typed, command, wiring.edgeParts());
  }

  /** The edge of a tool that takes many calls at once, and so a longer body. */
  public <I> CommandEdge<I> edgeOfMany(
      CommandDefinition definition, Function<Arguments, I> typed, Command<I> command) {
    return CommandEdge.of(
        definition, typed, command, wiring.edgeParts().withUsualBody(wiring.largestBatchBody()));
  }

  /** The gate of the surface through which a tool was reached. */
  public CommandGate gate(Call call) {
    return gateway.gate(call.caller().scopes(), Errand.surfaceOf(call.request()));
  }

  /** The errand of a tool's caller, to be done within the gateway's time. */
  public Errand errand(Call call, long deadline) {
    return Errand.of(call.request(), call.traceId(), Errand.surfaceOf(call.request()), deadline);
  }
}
