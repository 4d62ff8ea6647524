package dev.baton.survey.timeout;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.lambda.JsonFunction;
import dev.baton.survey.SurveyWiring;

/** A timer of a participant fires; invoked by EventBridge Scheduler. Source: survey spec §5.4. */
public final class SurveyTimeoutHandler extends JsonFunction {
  private final Timeouts timeouts;

  /** For Lambda. */
  public SurveyTimeoutHandler() {
    this(SurveyWiring.ofProcess());
  }

  /** With these parts. */
  public SurveyTimeoutHandler(SurveyWiring wiring) {
    this.timeouts = Timeouts.of(wiring);
  }

  @Override
  protected Json answer(Json event, Context context) {
    if (!(event instanceof JsonObject payload)) {
      throw new IllegalArgumentException("A timer's payload is an object.");
    }
    timeouts.fire(payload);
    return JsonNull.NULL;
  }
}
