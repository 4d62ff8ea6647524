package dev.baton.survey.deliver;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.lambda.JsonFunction;
import dev.baton.survey.SurveyWiring;

/**
 * Delivers the open effects of one participant; invoked asynchronously by the dispatcher. Source:
 * survey spec §3.
 */
public final class SurveyDeliverHandler extends JsonFunction {
  private final Deliveries deliveries;

  /** For Lambda. */
  public SurveyDeliverHandler() {
    this(SurveyWiring.ofProcess());
  }

  /** With these parts. */
  public SurveyDeliverHandler(SurveyWiring wiring) {
    this.deliveries = Deliveries.of(wiring);
  }

  @Override
  protected Json answer(Json event, Context context) {
    if (!(event instanceof JsonObject request)) {
      throw new IllegalArgumentException("A delivery is asked for by an object.");
    }
    boolean bulk = JsonBoolean.TRUE.equals(request.get("bulk"));
    deliveries.deliver(request, new Errand(context::getRemainingTimeInMillis, bulk));
    return JsonNull.NULL;
  }
}
