package dev.baton.afd.pipe;

import dev.baton.afd.command.AfdParts;
import dev.baton.afd.command.PassedKey;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.CommandFunction;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;

/** The function behind {@code POST /commands/afd-pipe}. */
public final class AfdPipeHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public AfdPipeHandler() {
    this(AfdParts.ofProcess());
  }

  /** The handler over these parts. */
  public AfdPipeHandler(AfdParts parts) {
    super(parts.edgeOfMany(AfdPipeDefinition.DEFINITION, Arguments::json, new AfdPipe(parts)));
  }

  @Override
  protected HttpResponse respond(HttpRequest request) {
    return super.respond(PassedKey.hide(request));
  }
}
