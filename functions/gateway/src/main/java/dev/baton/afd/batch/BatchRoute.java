package dev.baton.afd.batch;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.gateway.core.batch.BatchView;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The two ways to a batch, which differ in the form of their answers. */
enum BatchRoute {
  /** {@code POST /commands/afd-batch}: a command, whose key must cover it. */
  COMMAND,
  /** {@code POST /batch}: a surface, open to every key; what it calls is still covered or not. */
  SURFACE;

  private static final int DEEPEST_ANSWER = 200;
  private static final JsonReader READER = JsonReader.keepingDuplicates(DEEPEST_ANSWER);
  private static final String SCOPES = "scopes";

  /** What is said of the batch itself, and so with 200. */
  private static final Set<String> IN_BODY =
      Set.of(ErrorCodes.INVALID_BATCH_REQUEST.name(), ErrorCodes.VALIDATION_ERROR.name());

  static BatchRoute of(HttpRequest request) {
    return request.path().equals("/batch") ? SURFACE : COMMAND;
  }

  /** The request as the command's edge may see it. */
  HttpRequest admitted(HttpRequest request) {
    if (this == COMMAND) {
      return request;
    }
    Map<String, String> found = new LinkedHashMap<>(request.authorizer());
    found.computeIfPresent(SCOPES, (name, scopes) -> scopes + " afd-batch");
    return request.withAuthorizer(found);
  }

  /** The command's answer in this route's form. */
  HttpResponse answer(HttpResponse response) {
    if (!(READER.read(response.body()).orNull() instanceof JsonObject envelope)) {
      return response;
    }
    JsonObject named = BatchView.named(envelope);
    return switch (this) {
      case COMMAND -> new HttpResponse(response.status(), response.headers(), named.write());
      case SURFACE ->
          new HttpResponse(
              isInBody(named) ? 200 : response.status(),
              response.headers(),
              BatchView.flat(named).write());
    };
  }

  private static boolean isInBody(JsonObject envelope) {
    JsonObject error = envelope.object("error");
    Json code = error == null ? null : error.get("code");
    return code == null || IN_BODY.stream().map(Json::of).anyMatch(code::equals);
  }
}
