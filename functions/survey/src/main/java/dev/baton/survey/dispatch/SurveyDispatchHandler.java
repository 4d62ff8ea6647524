package dev.baton.survey.dispatch;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.json.Json;
import dev.baton.shell.lambda.JsonFunction;
import dev.baton.shell.lambda.StreamBatch;
import dev.baton.survey.SurveyWiring;

/**
 * Turns stream records into deliveries. Source: survey spec §3.3; Lambda developer guide, "Using
 * Lambda with DynamoDB".
 */
public final class SurveyDispatchHandler extends JsonFunction {
  private final Dispatcher dispatcher;

  /** For Lambda. */
  public SurveyDispatchHandler() {
    this(SurveyWiring.ofProcess());
  }

  /** With these parts. */
  public SurveyDispatchHandler(SurveyWiring wiring) {
    this.dispatcher = Dispatcher.of(wiring);
  }

  @Override
  protected Json answer(Json event, Context context) {
    return dispatcher.dispatch(StreamBatch.of(event));
  }
}
