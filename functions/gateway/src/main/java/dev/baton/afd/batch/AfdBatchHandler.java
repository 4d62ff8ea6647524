package dev.baton.afd.batch;

import dev.baton.afd.command.AfdParts;
import dev.baton.afd.command.PassedKey;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.CommandFunction;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;

/** The function behind {@code POST /commands/afd-batch} and {@code POST /batch}. */
public final class AfdBatchHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public AfdBatchHandler() {
    this(AfdParts.ofProcess());
  }

  /** The handler over these parts. */
  public AfdBatchHandler(AfdParts parts) {
    super(parts.edgeOfMany(AfdBatchDefinition.DEFINITION, Arguments::json, new AfdBatch(parts)));
  }

  @Override
  protected HttpResponse respond(HttpRequest request) {
    BatchRoute route = BatchRoute.of(request);
    return route.answer(super.respond(PassedKey.hide(route.admitted(request))));
  }
}
