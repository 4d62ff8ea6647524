package dev.baton.local.snapshot;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.lambda.JsonFunction;
import java.security.Security;
import java.util.concurrent.atomic.AtomicInteger;

/** A handler of which there can be only one. It tells how long its process keeps addresses. */
public final class ToyTwinHandler extends JsonFunction {
  private static final AtomicInteger MADE = new AtomicInteger();

  /** For Lambda. */
  public ToyTwinHandler() {
    if (MADE.getAndIncrement() > 0) {
      throw new IllegalStateException("There is one already.");
    }
  }

  @Override
  protected Json answer(Json event, Context context) {
    return JsonObject.builder()
        .put("statusCode", Json.of(200))
        .put("body", Json.of(Security.getProperty("networkaddress.cache.ttl")))
        .build();
  }
}
