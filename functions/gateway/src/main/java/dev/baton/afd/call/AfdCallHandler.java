package dev.baton.afd.call;

import dev.baton.afd.command.AfdParts;
import dev.baton.afd.command.PassedKey;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.CommandFunction;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;

/** The function behind {@code POST /commands/afd-call}. */
public final class AfdCallHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public AfdCallHandler() {
    this(AfdParts.ofProcess());
  }

  /** The handler over these parts. */
  public AfdCallHandler(AfdParts parts) {
    super(parts.edge(AfdCallDefinition.DEFINITION, Arguments::json, new AfdCall(parts)));
  }

  @Override
  protected HttpResponse respond(HttpRequest request) {
    return super.respond(PassedKey.hide(request));
  }
}
