package dev.baton.shell.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;

/** A function behind the HTTP API: one request, one response. */
public abstract class HttpFunction extends JsonFunction {

  /** For subclasses, which are the handlers. */
  protected HttpFunction() {}

  @Override
  protected Json answer(Json event, Context context) {
    if (!(event instanceof JsonObject object)) {
      throw new IllegalArgumentException("The event is no JSON object.");
    }
    return respond(HttpRequest.of(object)).toJson();
  }

  /** Answers one request. Faults that leave this method become a 500 of API Gateway. */
  protected abstract HttpResponse respond(HttpRequest request);
}
